import { fieldNames } from '../../core/license/field.ts'
import type { Reading } from '../../core/license/reading.ts'
import type { Truth } from './cases.ts'

/** A person of a picture and the record that is theirs. */
export interface Pair {
  readonly truth: Truth
  readonly reading: Reading | undefined
}

/** Who was found in a picture. */
export interface Matched {
  readonly pairs: readonly Pair[]
  /** Records of nobody who is in the picture. */
  readonly strays: readonly Reading[]
}

/** A record is somebody's where at least so many fields are; the one record of a picture is its only person's anyhow. */
const leastAlike = 6

/** Gives each person the record that is most like theirs, each record to one person. */
export function matched(people: readonly Truth[], readings: readonly Reading[]): Matched {
  if (people.length === 1 && readings.length === 1)
    return { pairs: people.map((truth) => ({ truth, reading: readings[0] })), strays: [] }
  const likenesses = people
    .flatMap((truth) =>
      readings.map((reading) => ({ truth, reading, alike: alike(truth, reading) })),
    )
    .filter((one) => one.alike >= Math.min(leastAlike, judged(one.truth)))
    .toSorted((one, other) => other.alike - one.alike)
  const owners = new Map<Truth, Reading>()
  const taken = new Set<Reading>()
  for (const { truth, reading } of likenesses) {
    if (owners.has(truth) || taken.has(reading)) continue
    owners.set(truth, reading)
    taken.add(reading)
  }
  return {
    pairs: people.map((truth) => ({ truth, reading: owners.get(truth) })),
    strays: readings.filter((reading) => !taken.has(reading)),
  }
}

const judged = (truth: Truth): number =>
  Math.max(1, fieldNames.filter((field) => typeof truth[field] === 'string').length)

const alike = (truth: Truth, { fields }: Reading): number =>
  fieldNames.filter((field) => fields[field].value === truth[field]).length
