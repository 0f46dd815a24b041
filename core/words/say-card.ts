import type { FieldName } from '../license/field.ts'
import type { Reading } from '../license/reading.ts'
import type { SecondPageDoubt } from '../license/second-page.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from './words.ts'

/** What a field is called, as short as it stands on the card. */
export const sayField = (field: FieldName, language: Language): string =>
  wordsIn(language)(`card:field.${field}`)

/** A word for a badge, and what to do; nothing of a card that is a print, as most are. */
export function sayMedium(
  { medium }: Pick<Reading, 'medium'>,
  language: Language,
): { readonly badge: string; readonly advice: string } | undefined {
  if (medium === 'print') return undefined
  const say = wordsIn(language)
  return { badge: say(`card:medium.${medium}.badge`), advice: say(`card:medium.${medium}.advice`) }
}

/** Why a card was hard to read, and what helps; `''` where nothing was in the way. */
export function sayHindrances(
  { hindrances }: Pick<Reading, 'hindrances'>,
  language: Language,
): string {
  if (hindrances.length === 0) return ''
  const say = wordsIn(language)
  const kinds = [...new Set(hindrances.map(({ kind }) => kind))]
  const said = kinds.map((kind) => say(`card:hindrance.${kind}`))
  return say('card:hindered', { hindrances: said.join(say('card:comma')) })
}

/** What to look at on a second page. */
export const saySecondPage = (doubt: SecondPageDoubt, language: Language): string =>
  wordsIn(language)(`card:secondPage.${doubt}`)
