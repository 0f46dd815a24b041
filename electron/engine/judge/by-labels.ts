import { type FieldName, mapFields } from '../../../core/license/field.ts'
import type { MainValue } from '../forms/main-page.ts'
import { nothingThere } from './draft.ts'
import type { Judged } from './judge-main-page.ts'

/** Where each field stands, or begins. */
const places: Readonly<Record<FieldName, MainValue>> = {
  id_num: 'number',
  name: 'name',
  sex: 'sex',
  nationality: 'nationality',
  address: 'address1',
  birth_date: 'birth',
  issue_date: 'issue',
  car_class: 'class',
  valid_from: 'period',
  valid_to: 'period',
  official_seal: 'seal1',
}

/**
 * What was read on a card that is not known to be laid out as the form is: every field is in doubt.
 * @param found the places that labels told of; what seems to stand at the others is something else. Not given where too few labels tell
 */
export function judgedByLabels(
  { style, fields }: Judged,
  found: ReadonlySet<MainValue> | undefined,
): Judged {
  return {
    style,
    fields: mapFields((field) => {
      const draft = fields[field]
      const isElse = found?.has(places[field]) === false && draft.origin === 'read'
      return isElse
        ? nothingThere
        : { ...draft, doubts: [...draft.doubts, { kind: 'unsure-place' }] }
    }),
  }
}
