import type { Amendments, Confirmed } from '../../core/ipc/held.ts'
import { confirmableIn } from '../../core/license/confirmable.ts'
import { imageOf, type LicenseRecord, type Source } from '../../core/license/record.ts'
import { review } from '../../core/license/review.ts'
import type { CheckContext } from '../../core/license/rules/context.ts'
import type { Stores } from '../store/stores.ts'
import { inTurns, type Turns } from './turns.ts'

/** Records that are written together: each costs some milliseconds, and others wait for all of them. */
const together = 25

export interface ConfirmParts {
  readonly records: Pick<Stores['records'], 'get'>
  readonly context: CheckContext
  readonly amend: (changes: Amendments) => void
}

/** Confirms what may be confirmed without looking at each field, some records at a time, each whole. */
export async function confirmMany(
  ids: readonly string[],
  { records, context, amend }: ConfirmParts,
  turns: Turns,
): Promise<Confirmed> {
  const changes: Amendments = []
  let [confirmed, left, looked] = [0, 0, 0]
  let due: Amendments = []
  const write = (): void => {
    if (due.length > 0) amend(due)
    changes.push(...due)
    due = []
  }
  const isWhole = await inTurns(ids, ids.length, turns, (id) => {
    looked += 1
    const record = records.get(id)
    if (record === undefined) return
    const open = confirmableIn(review(record, context))
    due.push(...open.values.map((value) => ({ id, ...value })))
    confirmed += Math.sign(open.values.length)
    left += Math.sign(open.left)
    if (looked % together === 0) write()
  })
  // What was counted is done, also where it was stopped in between.
  write()
  return { changes, confirmed, left, skipped: isWhole ? 0 : ids.length - looked }
}

/** Decides many fields, some records at a time, each whole; how many records changed. */
export async function amendMany(
  changes: Amendments,
  amend: (some: Amendments) => number,
  turns: Turns,
): Promise<number> {
  const each = [...Map.groupBy(changes, ({ id }) => id).values()]
  const pieces = Array.from({ length: Math.ceil(each.length / together) }, (_, at) =>
    each.slice(at * together, (at + 1) * together).flat(),
  )
  let count = 0
  await inTurns(pieces, pieces.length, turns, (some) => {
    count += amend(some)
  })
  return count
}

export interface ImageParts {
  readonly records: Pick<Stores['records'], 'get'>
  /** Whether it can be read as it is now. */
  readonly isThere: (record: LicenseRecord) => Promise<boolean>
}

/** Which records have an image that can be read once more. */
export async function withImage(
  ids: readonly string[],
  { records, isThere }: ImageParts,
  turns: Turns,
): Promise<{ readonly there: readonly string[]; readonly gone: number; readonly skipped: number }> {
  const known = new Map<string, Promise<boolean>>()
  const lookAt = (record: LicenseRecord): Promise<boolean> => {
    const image = placeOf(record.source)
    const answer = known.get(image) ?? isThere(record)
    known.set(image, answer)
    return answer
  }
  const there: string[] = []
  let gone = 0
  await inTurns(ids, ids.length, turns, async (id) => {
    const record = records.get(id)
    if (record !== undefined && (await lookAt(record))) there.push(id)
    else gone += 1
  })
  return { there, gone, skipped: ids.length - there.length - gone }
}

/** The same picture may lie in several places. */
const placeOf = (source: Source): string => `${imageOf(source)} ${source.path}`
