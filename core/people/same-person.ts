import type { License } from '../license/field.ts'

type Known = Pick<License, 'id_num' | 'name' | 'birth_date'>

/**
 * How two licenses belong together. `alike`: the same name and date of birth under another number; whether that is the
 * same person, or a number that was misread, only a person can tell.
 */
export type Kinship = 'same' | 'alike' | 'none'

export function kinshipOf(one: Known, other: Known): Kinship {
  const [number, otherNumber] = [one.id_num.toUpperCase(), other.id_num.toUpperCase()]
  if (number !== '' && number === otherNumber) return 'same'
  const isAlike =
    one.name !== '' &&
    one.birth_date !== '' &&
    one.name.toUpperCase() === other.name.toUpperCase() &&
    one.birth_date === other.birth_date
  return isAlike ? 'alike' : 'none'
}

/** Whether all of some licenses may stand as one person's: each belongs to another, and all hang together. */
export function mayBeOne(licenses: readonly Known[]): boolean {
  const [first, ...others] = licenses
  if (first === undefined) return false
  const joined = [first]
  let left = others
  for (;;) {
    const near = left.filter((one) => joined.some((other) => kinshipOf(one, other) !== 'none'))
    if (near.length === 0) return left.length === 0
    joined.push(...near)
    left = left.filter((one) => !near.includes(one))
  }
}
