/** The eleven fields of a Chinese driving license, named as WeChat's API names them, in the order of the card. */
export const fieldNames = [
  'id_num',
  'name',
  'sex',
  'nationality',
  'address',
  'birth_date',
  'issue_date',
  'car_class',
  'valid_from',
  'valid_to',
  'official_seal',
] as const

export type FieldName = (typeof fieldNames)[number]

/** One value per field: dates as `YYYY-MM-DD`, `valid_to` a date or `长期`, `''` where nothing was found. */
export type License = { readonly [F in FieldName]: string }

/** Builds a value for every field. */
export function mapFields<Value>(valueOf: (field: FieldName) => Value): Record<FieldName, Value> {
  return {
    id_num: valueOf('id_num'),
    name: valueOf('name'),
    sex: valueOf('sex'),
    nationality: valueOf('nationality'),
    address: valueOf('address'),
    birth_date: valueOf('birth_date'),
    issue_date: valueOf('issue_date'),
    car_class: valueOf('car_class'),
    valid_from: valueOf('valid_from'),
    valid_to: valueOf('valid_to'),
    official_seal: valueOf('official_seal'),
  }
}
