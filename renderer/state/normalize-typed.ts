import { parseCarClass } from '../../core/license/parse/car-class.ts'
import { noCharacter } from '../../core/license/parse/characters.ts'
import { parseDate } from '../../core/license/parse/date.ts'
import { parseIdNumber } from '../../core/license/parse/id-number.ts'
import { parseSex } from '../../core/license/parse/text.ts'
import { longTerm } from '../../core/license/parse/valid-period.ts'
import type { FieldName } from '../../core/license/field.ts'

type Form = (text: string) => string

/** A form that understands nothing leaves the text as it was typed, so that the rules can say what is wrong. */
const forms: { readonly [F in FieldName]?: Form } = {
  id_num: parseIdNumber,
  sex: parseSex,
  birth_date: parseDate,
  issue_date: parseDate,
  valid_from: parseDate,
  valid_to: (text) => (text.includes(longTerm) ? longTerm : parseDate(text)),
  car_class: (text) => parseCarClass(text.toUpperCase()),
}

/** What a person typed, in the form in which the field is kept. */
export function normalizeTyped(field: FieldName, typed: string): string {
  const text = typed.trim()
  // A form would close the gap where a character is still missing.
  if (text.includes(noCharacter)) return text
  const formed = forms[field]?.(text) ?? ''
  return formed === '' ? text : formed
}
