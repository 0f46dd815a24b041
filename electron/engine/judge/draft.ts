import { plainForms } from '../../../core/license/parse/characters.ts'
import type { Doubt, FieldReading, Quad } from '../../../core/license/reading.ts'
import type { LegalValue } from '../read/read-main-page.ts'

/** A character of a value as the network saw it. */
export interface DraftCharacter {
  readonly text: string
  readonly confidence: number
}

/** A field as it was read, before other fields were asked. */
export interface Draft {
  readonly value: string
  /** As they stand on the card. */
  readonly characters: readonly DraftCharacter[]
  /** In pixels of the picture. */
  readonly boxes: readonly Quad[]
  readonly origin: FieldReading['origin']
  readonly doubts: readonly Doubt[]
}

export const nothingThere: Draft = {
  value: '',
  characters: [],
  boxes: [],
  origin: 'read',
  doubts: [],
}

/** Below this a text is not what stands there, only the least unlikely of what may. */
const leastScore = -40

/**
 * The likeliest legal text at a place, with a doubt where the network by itself read something else there.
 * @param says whether what it read is that text
 */
export function legalDraft({ reading, strip }: LegalValue, says = saysThat): Draft {
  if (reading.text === '' || reading.score < leastScore)
    return { ...nothingThere, boxes: [strip.quad] }
  const read = strip.seen.characters.map(({ text }) => text).join('')
  return {
    value: reading.text,
    characters: reading.characters,
    boxes: [strip.quad],
    origin: 'read',
    doubts: says(read, reading.text) ? [] : [{ kind: 'seen-otherwise', read }],
  }
}

/** The same of dates: what the form prints around them, and what stands between their digits, tells nothing. */
export const datesDraft = (value: LegalValue): Draft =>
  legalDraft(value, (read, legal) => saysThat(read, legal) || dateSigns(read) === dateSigns(legal))

const dateSigns = (text: string): string => asRead(text).replace(/[^\d长]/g, '')

/** The same of a country: the code behind China tells nothing, cards have it or have it not. */
export function nationalityDraft(value: LegalValue): Draft {
  const draft = legalDraft(
    value,
    (read, legal) => saysThat(read, legal) || (isChina.test(legal) && isChina.test(read)),
  )
  if (!isChina.test(draft.value)) return draft
  const end = '中国'.length
  return {
    ...draft,
    value: draft.value.slice(0, end),
    characters: draft.characters.slice(0, end),
  }
}

/** Its code may have lost a letter at either end. */
const isChina = /^中国(\/(CHN?|HN))?$/

/** The same where nothing else is printed beside it but a frame: a class of which D was misread is another class. */
export const aloneDraft = (value: LegalValue): Draft =>
  legalDraft(value, (read, legal) => asRead(read.replace(/^[|\s]+|[|\s]+$/g, '')) === asRead(legal))

/** Whether a text holds another, but for what no field tells apart. */
export const saysThat = (read: string, legal: string): boolean =>
  asRead(read).includes(asRead(legal))

/** What differs only in ways that no field tells apart is the same. */
const asRead = (text: string): string =>
  plainForms(text)
    .toUpperCase()
    .replace(/[OΘQØ〇]/g, '0')
    .replace(/[LI|丨]/g, '1')
    .replace(/[一_~]/g, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
