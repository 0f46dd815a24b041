import type { Doubt } from '../../../core/license/reading.ts'
import { nearNameIn, type NamedField } from '../places/near-name.ts'

/** Doubts a name in an address or on a seal that is none, but nearly one that is known. */
export function doubtNames(field: NamedField, value: string): Doubt[] {
  const found = nearNameIn(field, value)
  if (found === undefined) return []
  const { read, known } = found.near
  const other =
    known === '' ? '' : value.slice(0, found.at) + known + value.slice(found.at + read.length)
  return [{ kind: 'near-name', read, known, other }]
}
