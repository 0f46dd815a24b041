import { noCharacter, plainForms } from '../license/parse/characters.ts'
import type { Doubt } from '../license/reading.ts'

/** A text of WeChat as far as its characters are known, and what of it a person must look at. */
export interface Deciphered {
  /** One character for each of the raw text, `noCharacter` where WeChat had none. */
  readonly text: string
  readonly doubts: readonly Doubt[]
}

/** What is put for a character that cannot be printed: marks, symbols, and codes that stand for nothing. */
const standIn = /[?？﹖*＊﹡…⋯\p{So}\p{Co}\p{Cn}\p{Cs}]/u

/** The characters that GBK had before Unicode, in the order of the private codes that it gave them. */
const firstPrivate = 0xe815
const ofPrivate = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]

export function decipher(raw: string): Deciphered {
  const doubts: Doubt[] = []
  const unprinted: number[] = []
  const characters = [...raw].map((character, at, all) => {
    const standard = ofPrivate[(character.codePointAt(0) ?? 0) - firstPrivate]
    if (standard !== undefined) {
      doubts.push({ kind: 'private-code', at, character: standard })
      return standard
    }
    const isOfDots = character === '.' && (all[at - 1] === '.' || all[at + 1] === '.')
    if (!isOfDots && !standIn.test(character)) return character
    unprinted.push(at)
    return noCharacter
  })
  if (unprinted.length > 0) doubts.push({ kind: 'unprinted', at: unprinted })
  return { text: characters.join(''), doubts }
}

const betweenChinese = new RegExp(
  `(?<=[\\p{Script=Han}${noCharacter}])[\\s\\p{P}\\p{Sm}\\p{Sk}\\p{Sc}]+(?=[\\p{Script=Han}${noCharacter}])`,
  'gu',
)

/** Blanks, hyphens and the like between the Chinese parts of a name may be its dot: they become one, to be confirmed. */
export function withDots({ text, doubts }: Deciphered): Deciphered {
  const unsure: Doubt[] = []
  const dotted = text.replace(betweenChinese, (found, offset: number) => {
    if (/^\s*[·.]\s*$/.test(plainForms(found))) return found
    unsure.push({ kind: 'unsure-dot', at: Array.from(text.slice(0, offset)).length })
    return '·'
  })
  return { text: dotted, doubts: [...doubts, ...unsure] }
}
