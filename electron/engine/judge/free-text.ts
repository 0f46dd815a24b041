import { plainForms } from '../../../core/license/parse/characters.ts'
import { parseAddress, parseName, parseSeal } from '../../../core/license/parse/text.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import { nearNameIn } from '../places/near-name.ts'
import { holdsStroke, lostCharacters } from '../read/lost-characters.ts'
import type { MainPage } from '../read/read-main-page.ts'
import type { Strip } from '../read/strips.ts'
import { withBlanks } from '../words/blanks.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { type Draft, saysThat } from './draft.ts'

/** A name: what stands right of its label, with its dots and blanks. */
export function nameDraft({ name }: MainPage): Draft {
  const row = surerOf(name, parseName)
  const value = parseName(textOf(row.characters))
  const blanks: Doubt[] = hasUnsureBlank(value, row.characters) ? [{ kind: 'unsure-blank' }] : []
  return {
    value,
    characters: row.characters,
    boxes: [row.strip.quad],
    origin: 'read',
    doubts: [...row.doubts, ...blanks],
  }
}

/** A blank is sure from this on. */
const sureBlank = 0.9

/** Whether a name in Latin letters is one word, or has a blank that was measured or hardly seen. */
const hasUnsureBlank = (name: string, characters: readonly SeenCharacter[]): boolean =>
  /^[\p{Script=Latin} .,'-]+$/u.test(name) &&
  (!name.includes(' ') ||
    characters.some(({ text, confidence }) => text.trim() === '' && confidence < sureBlank))

/** An address of one or two rows; the names of places it begins with are compared with those that there are. */
export function addressDraft({ address }: MainPage): Draft {
  const rows = address
    .map((looks) => surerOf(looks, parseAddress))
    .filter(({ characters }) => characters.length > 0)
  const characters = rows.flatMap((row) => row.characters)
  const value = parseAddress(textOf(characters))
  const before = (index: number): number =>
    rows.slice(0, index).reduce((sum, row) => sum + row.characters.length, 0)
  return {
    value,
    characters,
    boxes: rows.map(({ strip }) => strip.quad),
    origin: 'read',
    doubts: [
      ...rows.flatMap(({ doubts }, index) =>
        doubts.map((doubt) =>
          doubt.kind === 'gap' ? { ...doubt, after: doubt.after + before(index) } : doubt,
        ),
      ),
      ...lostRow(address, rows.length, characters.length),
      ...nameDoubts('address', value),
    ],
  }
}

/** A second row of a single stroke, under a first one in which alone something was read. */
function lostRow(looks: MainPage['address'], rows: number, after: number): Doubt[] {
  const [above, row] = looks.map(([strip]) => strip.cut)
  const isLost = rows === 1 && above !== undefined && row !== undefined && holdsStroke(row, above)
  return isLost ? [{ kind: 'gap', after }] : []
}

/** An authority that is less likely than this is not what the seal says. */
const leastAuthority = -14

/** An authority that there is, where the seal can say one; else what was read, and a doubt. */
export function sealDraft({ authority: { reading, rows } }: MainPage): Draft {
  const seen = rows.flatMap((strip) => strip.seen.characters)
  const read = parseSeal(textOf(seen))
  const boxes = rows.map(({ quad }) => quad)
  if (reading.text !== '' && reading.score > leastAuthority) {
    const doubts: Doubt[] = saysThat(read, reading.text) ? [] : [{ kind: 'seen-otherwise', read }]
    return { value: reading.text, characters: reading.characters, boxes, origin: 'read', doubts }
  }
  return {
    value: read,
    characters: seen.filter(({ text }) => /\p{Script=Han}/u.test(text)),
    boxes,
    origin: 'read',
    doubts: nameDoubts('official_seal', read),
  }
}

interface Row {
  readonly strip: Strip
  readonly characters: readonly SeenCharacter[]
  readonly doubts: readonly Doubt[]
}

/** A look that is less sure than this may give way to the other. */
const unsure = 0.6

/** What two looks at a row say together; a doubt where they differ, and where ink stands between or behind characters. */
function surerOf(looks: readonly [Strip, Strip], parse: (text: string) => string): Row {
  const [one, other] = looks.map((strip) => ({ strip, characters: charactersOf(strip) }))
  if (one === undefined || other === undefined) throw new Error('a row is looked at twice')
  const [first, second] = [one, other].map(({ characters }) => parse(textOf(characters)))
  const best = bestOf(one, other)
  const value = parse(textOf(best.characters))
  const read = value === first ? (second ?? '') : (first ?? '')
  const gaps = lostCharacters(best.strip.cut, best.characters).map(
    (after): Doubt => ({ kind: 'gap', after }),
  )
  return { ...best, doubts: first === second ? gaps : [...gaps, { kind: 'seen-otherwise', read }] }
}

type Look = Omit<Row, 'doubts'>

/**
 * Of two looks that see as many characters the surer of each; else the one that reads what the other left unread, or
 * the first, unless only the second is sure.
 */
function bestOf(one: Look, other: Look): Look {
  if (fills(other, one)) return other
  if (fills(one, other)) return one
  if (one.characters.length === other.characters.length) {
    const characters = one.characters.map((character, index) => {
      const beside = other.characters[index]
      return beside !== undefined && beside.confidence > character.confidence ? beside : character
    })
    return { ...one, characters }
  }
  const isSurer = sureness(one) < unsure && sureness(other) > sureness(one)
  return isSurer && other.characters.length > one.characters.length - 2 ? other : one
}

/** Whether a look reads all that another does, and one character wherever ink stands unread in that one. */
function fills(fuller: Look, holed: Look): boolean {
  const gaps = lostCharacters(holed.strip.cut, holed.characters)
  const filled = new Set(gaps.map((after, index) => after + index))
  const rest = fuller.characters.filter(isWritten).filter((_, at) => !filled.has(at))
  const isFuller = fuller.characters.length === holed.characters.length + gaps.length
  return gaps.length > 0 && isFuller && textOf(rest) === textOf(holed.characters.filter(isWritten))
}

const sureness = ({ characters }: Look): number =>
  characters.reduce((least, { confidence }) => Math.min(least, confidence), 1)

const textOf = (characters: readonly { readonly text: string }[]): string =>
  characters.map(({ text }) => text).join('')

/** What was seen on a strip up to where the next label begins. */
function charactersOf({ cut, seen }: Strip): readonly SeenCharacter[] {
  const characters = withBlanks(cut, seen).map(plainCharacter)
  const label = characters.findIndex(
    ({ text }, at) => text === '性' && characters[at + 1]?.text === '别',
  )
  const own = label < 0 ? characters : characters.slice(0, label)
  const first = own.findIndex(isWritten)
  return first < 0 ? [] : own.slice(first, own.findLastIndex(isWritten) + 1)
}

const isWritten = ({ text }: SeenCharacter): boolean => text.trim() !== ''

function plainCharacter(character: SeenCharacter): SeenCharacter {
  const text = plainForms(character.text)
  return text.length === 1 ? { ...character, text } : character
}

/** Doubts a name of a place or an office that is none, but nearly one that is known. */
function nameDoubts(field: 'address' | 'official_seal', value: string): Doubt[] {
  const found = nearNameIn(field, value)
  if (found === undefined) return []
  const { read, known } = found.near
  const other =
    known === '' ? '' : value.slice(0, found.at) + known + value.slice(found.at + read.length)
  return [{ kind: 'near-name', read, known, other }]
}
