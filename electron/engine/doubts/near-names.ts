import type { Doubt } from '../../../core/license/reading.ts'
import { checkPlace, type NearName } from '../places/check-place.ts'
import { checkOffice } from '../places/seal-office.ts'

/** Doubts the place that an address begins with where it is not, but nearly, one that is known. */
export function doubtAddress(address: string): Doubt[] {
  const { rest, near } = checkPlace(address)
  return near === undefined ? [] : [nearName(address, rest, near)]
}

/** Doubts the place on a seal like that of an address, else the office that stands behind it. */
export function doubtSeal(seal: string): Doubt[] {
  const { rest, near } = checkPlace(seal)
  const office = near ?? checkOffice(rest)
  return office === undefined ? [] : [nearName(seal, rest, office)]
}

/** @param rest the end of the value, which begins with what was read */
function nearName(value: string, rest: string, { read, known }: NearName): Doubt {
  const before = value.slice(0, value.length - rest.length)
  const other = known === '' ? '' : before + known + rest.slice(read.length)
  return { kind: 'near-name', read, known, other }
}
