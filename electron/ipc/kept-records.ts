import type { Amendments } from '../../core/ipc/held.ts'
import type { EventPayload } from '../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { ok } from '../../core/result.ts'
import { type Judging, returnDateOf } from '../../core/verdict/verdict.ts'
import { localDate } from '../clock/local-time.ts'
import type { Desk } from '../desk/desk.ts'
import type { Deletion } from '../records/deletion.ts'
import type { StateOfImage } from '../records/image-of-record.ts'
import type { JudgedRecords } from '../records/judged-records.ts'
import { amendMany, confirmMany, withImage } from '../records/many.ts'
import type { Note } from '../records/note.ts'
import { oneAtATime } from '../records/turns.ts'
import type { RecordStore } from '../store/stores.ts'
import type { Answers } from './serve.ts'

export interface KeptRecordsParts {
  readonly records: Pick<RecordStore, 'get'>
  readonly judgedRecords: Pick<JudgedRecords, 'find' | 'ids'>
  readonly desk: Pick<Desk, 'amend' | 'recall' | 'idsOnList'>
  readonly judging: () => Judging
  /** Hears of each license as a person has just decided on it. */
  readonly onDecided: (record: LicenseRecord) => void
  /** How far has come what is done with many records. */
  readonly onRecordsProgress: (progress: EventPayload<'records:progress'>) => void
  readonly deletion: Deletion
  /** Before records are deleted, so that a person can undo it. */
  readonly hold: (ids: readonly string[]) => void
  readonly stateOfImage: StateOfImage
  readonly note: Note
  readonly now: () => Date
}

type KeptChannel =
  | `records:${'find' | 'ids' | 'open' | 'delete' | 'revealed'}`
  | `records:${'amend' | 'confirm' | 'read-again' | 'stop'}`

/** Milliseconds within which searches count as one: a person types, and looks again. */
const oneSearch = 60_000

/** What is stored, on the list or not. */
export function keptRecordsAnswers(parts: KeptRecordsParts): Pick<Answers, KeptChannel> {
  const { records, judgedRecords, desk, deletion, note, now } = parts
  const acts = oneAtATime((looked, total) => parts.onRecordsProgress({ of: 'act', looked, total }))
  const amend = (changes: Amendments): number => {
    const count = desk.amend(changes)
    for (const id of new Set(changes.map((change) => change.id))) {
      const record = records.get(id)
      if (record !== undefined) parts.onDecided(record)
    }
    return count
  }
  let lastSearch = Number.NEGATIVE_INFINITY
  const noteSearch = (text: string): void => {
    if (text.trim() === '') return
    const at = now().getTime()
    if (at - lastSearch > oneSearch) note('records-searched')
    lastSearch = at
  }
  return {
    'records:find': async (wish) => {
      noteSearch(wish.text ?? '')
      return ok((await judgedRecords.find(wish)) ?? null)
    },
    'records:ids': async (question) => ok([...((await judgedRecords.ids(question)) ?? [])]),
    'records:amend': async ({ changes }) =>
      ok({ count: await amendMany(changes, amend, acts.next()) }),
    'records:confirm': async ({ ids }) => {
      const context = { today: localDate(now()), ...returnDateOf(parts.judging().purpose) }
      return ok(await confirmMany(ids, { records, context, amend }, acts.next()))
    },
    'records:read-again': async ({ ids }) => {
      const onList = desk.idsOnList()
      const isThere = async ({ id, source }: LicenseRecord): Promise<boolean> =>
        onList.has(id) || (await parts.stateOfImage(source)) === 'there'
      const { there, gone, skipped } = await withImage(ids, { records, isThere }, acts.next())
      desk.recall(there)
      return ok({ again: there.length, gone, skipped })
    },
    'records:stop': async () => {
      acts.stop()
      return ok(null)
    },
    'records:open': async ({ id }) => {
      const record = records.get(id)
      if (record === undefined) return ok(null)
      note('record-opened', { subject: id })
      return ok({ record, image: await parts.stateOfImage(record.source) })
    },
    'records:delete': async ({ ids }) => {
      const [only = ''] = ids.length === 1 ? ids : []
      parts.hold(ids)
      return ok(await deletion(ids, { act: 'records-removed', subject: only }))
    },
    'records:revealed': async ({ id }) => {
      if (records.get(id) !== undefined) note('number-revealed', { subject: id })
      return ok(null)
    },
  }
}
