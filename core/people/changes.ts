import { type FieldName, fieldNames, type License } from '../license/field.ts'
import { parseCarClass, splitCarClass } from '../license/parse/car-class.ts'
import { isDate } from '../license/parse/date.ts'
import { longTerm } from '../license/parse/valid-period.ts'

/** What is different on a later license of the same person; both values as they stand in the records. */
export type Change = {
  readonly field: FieldName
  readonly before: string
  readonly now: string
} & (
  | { readonly kind: 'changed' }
  /** `valid_to` is later, or the license does not expire any more. */
  | { readonly kind: 'renewed' }
  | {
      readonly kind: 'classes'
      readonly gained: readonly string[]
      /** Not printed any more, though a class that was gained may cover it. */
      readonly gone: readonly string[]
    }
)

/**
 * In the order of the card. What one of the two licenses does not tell has not changed; that they are of the same person
 * is not asked here.
 */
export const changesBetween = (before: License, now: License): Change[] =>
  fieldNames
    .filter((field) => before[field] !== '' && now[field] !== '' && before[field] !== now[field])
    .flatMap((field) => changeOf(field, before[field], now[field]) ?? [])

function changeOf(field: FieldName, before: string, now: string): Change | undefined {
  const both = { field, before, now }
  if (field === 'valid_to' && isLater(now, before)) return { ...both, kind: 'renewed' }
  if (field !== 'car_class') return { ...both, kind: 'changed' }
  const [was, is] = [splitCarClass(parseCarClass(before)), splitCarClass(parseCarClass(now))]
  // Not written with the codes of the law: only that it is another value can be told.
  if (was === undefined || is === undefined) return { ...both, kind: 'changed' }
  const gained = is.filter((one) => !was.includes(one))
  const gone = was.filter((one) => !is.includes(one))
  return gained.length + gone.length === 0 ? undefined : { ...both, kind: 'classes', gained, gone }
}

const isLater = (now: string, before: string): boolean =>
  isDate(before) && (now === longTerm || (isDate(now) && now > before))
