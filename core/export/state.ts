import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from '../words/words.ts'
import { errorsOf, type ExportEntry, isReviewed, isSecondPageDoubted } from './entry.ts'

/** Whether a person has looked where somebody must: at the first page, and whether the second has to be looked at too. */
export function sayState(entry: ExportEntry, language: Language): string {
  const state = firstPageState(entry, language)
  return isSecondPageDoubted(entry) ? wordsIn(language)('table:secondPageOpen', { state }) : state
}

/** Names the fields that cannot be right, then those that nobody has looked at yet. */
function firstPageState(entry: ExportEntry, language: Language): string {
  const say = wordsIn(language)
  const { record, review } = entry
  if (isReviewed(entry))
    return say(Object.keys(record.decisions).length > 0 ? 'table:checked' : 'table:ready')
  const namesOf = (fields: readonly FieldName[]): { readonly fields: string } => ({
    fields: fields.map((field) => say(`table:field.${field}`)).join(' '),
  })
  const errors = errorsOf(entry)
  const left = review.items.map(({ field }) => field).filter((field) => !errors.includes(field))
  const open = say('table:open', namesOf(left))
  if (errors.length === 0) return open
  const wrong = say('table:wrong', namesOf(errors))
  return left.length === 0 ? wrong : say('table:wrongAndOpen', { wrong, open })
}
