import { checkPlace, type NearName } from './check-place.ts'
import { checkOffice } from './seal-office.ts'

/** The fields that begin with the name of a place. */
export type NamedField = 'address' | 'official_seal'

/** The first name in a value that is none, and where in the value it stands. */
export function nearNameIn(
  field: NamedField,
  value: string,
): { readonly near: NearName; readonly at: number } | undefined {
  const { rest, near } = checkPlace(value)
  const found = near ?? (field === 'official_seal' ? checkOffice(rest) : undefined)
  return found && { near: found, at: value.length - rest.length }
}
