import { userInfo } from 'node:os'
import type { Language } from '../../core/settings/settings.ts'
import { wordsIn } from '../../core/words/words.ts'
import { namedBy, takeOffNamed } from '../jobs/take-off.ts'
import { createNote } from '../records/note.ts'
import { createPurge, type Purge } from '../records/purge.ts'
import { StoreProblem } from '../store/store-problem.ts'
import type { DataPlace } from './held-arguments.ts'
import type { HeldData } from './open-data.ts'
import type { Terminal } from './terminal.ts'

const day = 86_400_000

/** The instant that lies a number of days back. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day)

/** Deletion from records that are open, while no desk shows them. */
export const purgeOf = ({ stores, scrub }: HeldData, now: () => Date): Purge =>
  createPurge({
    stores,
    note: createNote(stores.audit, userInfo().username, now),
    putAway: (recordIds, alongside) =>
      stores.together(() => {
        takeOffNamed(namedBy(recordIds, stores.jobs.all()), stores)
        alongside()
      }),
    scrub,
  })

export interface DeletionParts {
  readonly terminal: Terminal
  readonly language: Language
  readonly now: () => Date
}

/**
 * Deletes what is older than these records are kept, and says so. Where that fails it is said, and the next run tries again.
 * @param keepDays remembered from now on; else what is remembered counts
 */
export async function deleteOlder(
  held: HeldData,
  { folder, keepDays }: DataPlace,
  { terminal, language, now }: DeletionParts,
): Promise<void> {
  const { kept } = held
  try {
    if (keepDays !== undefined && keepDays !== kept.load()?.keepDays)
      kept.save({ ...kept.load(), keepDays })
    const days = kept.load()?.keepDays ?? 0
    if (days === 0) return
    const purge = purgeOf(held, now)
    const readBefore = daysBefore(now(), days).toISOString()
    if (purge.preview(readBefore).count === 0) return
    const { count } = await purge.carryOut(readBefore)
    if (count > 0) terminal.say(wordsIn(language)('command:keptTooLong', { count, days }))
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    terminal.warn(wordsIn(language)(`data:problem.${error.kind}`, { folder }))
  }
}
