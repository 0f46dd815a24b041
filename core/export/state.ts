import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import type { Said } from '../words/said.ts'
import { errorsOf, type ExportEntry, isReviewed, isSecondPageDoubted } from './entry.ts'
import { fieldHeadings } from './field-headings.ts'

const stateWords = {
  ready: { zh: '无需核对', en: 'nothing to check' },
  checked: { zh: '已核对', en: 'checked' },
  wrong: { zh: '有错', en: 'wrong' },
  open: { zh: '待核对', en: 'to be checked' },
  between: { zh: '；', en: '; ' },
  secondPage: { zh: '；副页待核对', en: '; second page to be checked' },
} as const satisfies Record<string, Said>

/** Whether a person has looked where somebody must: at the first page, and whether the second has to be looked at too. */
export const sayState = (entry: ExportEntry, language: Language): string =>
  firstPageState(entry, language) +
  (isSecondPageDoubted(entry) ? stateWords.secondPage[language] : '')

/** Names the fields that cannot be right, then those that nobody has looked at yet. */
function firstPageState(entry: ExportEntry, language: Language): string {
  const { record, review } = entry
  if (isReviewed(entry))
    return stateWords[Object.keys(record.decisions).length > 0 ? 'checked' : 'ready'][language]
  const wrong = errorsOf(entry)
  const open = review.items.map(({ field }) => field).filter((field) => !wrong.includes(field))
  const say = (state: 'wrong' | 'open', fields: readonly FieldName[]): readonly string[] =>
    fields.length === 0
      ? []
      : [
          `${stateWords[state][language]}: ${fields.map((field) => fieldHeadings[field][language]).join(' ')}`,
        ]
  return [...say('wrong', wrong), ...say('open', open)].join(stateWords.between[language])
}
