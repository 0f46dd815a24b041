import { noCharacter } from '../license/parse/characters.ts'
import type { Doubt } from '../license/reading.ts'
import type { ReviewReason } from '../license/review.ts'
import { unreachable } from '../result.ts'
import type { Language } from '../settings/settings.ts'
import { sayFinding } from './say-finding.ts'
import { type Words, wordsIn } from './words.ts'

/**
 * Why a person must look at a field, in one sentence.
 * @param raw the characters as they stand on the card
 */
export function sayReason(reason: ReviewReason, raw: string, language: Language): string {
  const say = wordsIn(language)
  switch (reason.kind) {
    case 'missing':
      return say('reason:missing')
    case 'finding':
      return sayFinding(reason.finding, language)
    case 'low-confidence':
      return sayUnclear(reason.characters, raw, say)
    case 'derived':
      return say('reason:derived')
    case 'doubt':
      return sayDoubt(reason.doubt, raw, say)
    case 'look-alike': {
      const { character, other } = reason
      return say('reason:look-alike', { character, other })
    }
    default:
      return unreachable(reason)
  }
}

/** What people call a recognizer. */
export const recognizerName = (recognizer: string, language: Language): string =>
  readerName(recognizer, wordsIn(language))

const readerName = (recognizer: string, say: Words): string =>
  say(recognizer.startsWith('wechat') ? 'reason:reader.wechat' : 'reason:reader.offline')

/** More unclear characters than this are not listed one by one. */
const listed = 4

function sayUnclear(at: readonly number[], raw: string, say: Words): string {
  const characters = [...raw]
  const unclear = at.flatMap((index) => characters[index] ?? [])
  if (unclear.length === 0 || unclear.length > listed) return say('reason:unclearSome')
  return say('reason:unclear', { characters: unclear.join(say('reason:between')) })
}

function sayDoubt(doubt: Doubt, raw: string, say: Words): string {
  switch (doubt.kind) {
    case 'gap': {
      const before = [...raw][doubt.after - 1]
      return before === undefined ? say('reason:gapFirst') : say('reason:gap', { before })
    }
    case 'unsure-blank':
      return say('reason:unsure-blank')
    case 'unprinted': {
      const given = [...raw][doubt.at[0] ?? 0] ?? ''
      const sign = /\p{C}/u.test(given) ? noCharacter : given
      return say('reason:unprinted', { sign })
    }
    case 'private-code':
      return say('reason:private-code', { character: doubt.character })
    case 'unsure-dot': {
      const given = [...raw][doubt.at]?.trim() ?? ''
      return given === '' ? say('reason:unsure-dot-blank') : say('reason:unsure-dot', { given })
    }
    case 'near-name': {
      const { read, known } = doubt
      return known === ''
        ? say('reason:near-name-none', { read })
        : say('reason:near-name', { read, known })
    }
    case 'seen-otherwise':
      return doubt.read === ''
        ? say('reason:seen-once')
        : say('reason:seen-otherwise', { read: doubt.read })
    case 'unsure-place':
      return say('reason:unsure-place')
    case 'masked':
      return say('reason:masked')
    case 'readers-differ': {
      const { reader, other } = doubt
      return say('reason:readers-differ', { reader: readerName(reader, say), other })
    }
    case 'read-by-one':
      return say('reason:read-by-one', { reader: readerName(doubt.reader, say) })
    default:
      return unreachable(doubt)
  }
}
