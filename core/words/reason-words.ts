import type { Doubt } from '../license/reading.ts'
import { noCharacter } from '../license/parse/characters.ts'
import type { ReviewReason } from '../license/review.ts'
import { unreachable } from '../result.ts'
import type { Language } from '../settings/settings.ts'
import { sayFinding } from './finding-words.ts'

/**
 * Why a person must look at a field, in one sentence.
 * @param raw the characters as they stand on the card
 */
export function sayReason(reason: ReviewReason, raw: string, language: Language): string {
  const zh = language === 'zh'
  switch (reason.kind) {
    case 'missing':
      return zh ? '没读到，请照原图补上。' : 'Not found: please type it from the picture.'
    case 'finding':
      return sayFinding(reason.finding, language)
    case 'low-confidence':
      return sayUnclear(reason.characters, raw, language)
    case 'derived':
      return zh
        ? '卡上没有直接写，是推算出来的，请核对。'
        : 'Not printed on the card but worked out: please check.'
    case 'doubt':
      return sayDoubt(reason.doubt, raw, language)
    case 'look-alike':
      return zh
        ? `“${reason.character}”与“${reason.other}”形近，请对照上面的原图。`
        : `“${reason.character}” looks like “${reason.other}”: compare with the picture.`
    default:
      return unreachable(reason)
  }
}

/** More unclear characters than this are not listed one by one. */
const listed = 4

function sayUnclear(at: readonly number[], raw: string, language: Language): string {
  const characters = [...raw]
  const unclear = at.flatMap((index) => characters[index] ?? [])
  if (unclear.length === 0 || unclear.length > listed)
    return language === 'zh'
      ? '有些字没看清，请对照上面的原图。'
      : 'Some of it was hard to read: compare with the picture.'
  return language === 'zh'
    ? `${unclear.map((one) => `“${one}”`).join('')}没看清，请对照上面的原图。`
    : `${unclear.map((one) => `“${one}”`).join(', ')} was hard to read: compare with the picture.`
}

function sayDoubt(doubt: Doubt, raw: string, language: Language): string {
  const zh = language === 'zh'
  switch (doubt.kind) {
    case 'gap': {
      const before = [...raw][doubt.after - 1]
      if (before === undefined)
        return zh ? '最前面好像还有字没读出来。' : 'There may be more at the beginning.'
      return zh
        ? `“${before}”后面好像还有字没读出来。`
        : `There may be something after “${before}” that was not read.`
    }
    case 'unsure-blank':
      return zh
        ? '外文姓名的空格可能漏读或多读了，请对照上面的原图。'
        : 'A blank between the parts of the name may be lost, or one too many: compare with the picture.'
    case 'unprinted': {
      const given = [...raw][doubt.at[0] ?? 0] ?? ''
      const sign = /\p{C}/u.test(given) ? noCharacter : given
      return zh
        ? `微信有字没能给出，写成了“${sign}”，请照上面的原图补上。`
        : `WeChat could not give a character and wrote “${sign}”: type it from the picture.`
    }
    case 'private-code':
      return zh
        ? `微信给的“${doubt.character}”用的不是标准编码，请对照上面的原图。`
        : `WeChat gave “${doubt.character}” in a code that is not standard: compare with the picture.`
    case 'unsure-dot': {
      const given = [...raw][doubt.at]?.trim() ?? ''
      if (given === '')
        return zh
          ? '姓名里的“·”在微信的结果里是空格，请对照上面的原图。'
          : 'WeChat gave a blank where the name has “·” now: compare with the picture.'
      return zh
        ? `姓名里的“·”在微信的结果里是“${given}”，请对照上面的原图。`
        : `WeChat gave “${given}” where the name has “·” now: compare with the picture.`
    }
    case 'near-name':
      if (doubt.known === '')
        return zh
          ? `没见过“${doubt.read}”这样的名称，请对照上面的原图。`
          : `“${doubt.read}” is no name we know: compare with the picture.`
      return zh
        ? `没有叫“${doubt.read}”的地方或单位，可能是“${doubt.known}”，请对照上面的原图。`
        : `No place or office is called “${doubt.read}”; it may be “${doubt.known}”: compare with the picture.`
    case 'seen-otherwise':
      return doubt.read === ''
        ? zh
          ? '看了两遍，有一遍没读到，请对照上面的原图。'
          : 'Looked at twice, and found only once: compare with the picture.'
        : zh
          ? `也可能是“${doubt.read}”，请对照上面的原图。`
          : `It may also say “${doubt.read}”: compare with the picture.`
    case 'unsure-place':
      return zh
        ? '这张证的版式和印制的不一样，读到的可能是别的栏，请对照上面的原图。'
        : 'The card is not laid out as printed ones are, so this may belong to another field: compare with the picture.'
    case 'readers-differ':
      return zh
        ? `${recognizerName(doubt.reader, language)}读成“${doubt.other}”，请对照上面的原图选一个。`
        : `${recognizerName(doubt.reader, language)} read “${doubt.other}”: compare with the picture and choose.`
    case 'read-by-one':
      return zh
        ? `只有${recognizerName(doubt.reader, language)}读到，请对照上面的原图。`
        : `Only ${recognizerName(doubt.reader, language)} found it: compare with the picture.`
    default:
      return unreachable(doubt)
  }
}

/** What people call a recognizer. */
export const recognizerName = (recognizer: string, language: Language): string =>
  recognizer.startsWith('wechat')
    ? { zh: '微信', en: 'WeChat' }[language]
    : { zh: '离线识别', en: 'the offline reader' }[language]
