import { ok } from '../../core/result.ts'
import type { Deletion } from '../records/deletion.ts'
import type { StateOfImage } from '../records/image-of-record.ts'
import type { Note } from '../records/note.ts'
import type { RecordStore } from '../store/stores.ts'
import type { Answers } from './serve.ts'

export interface KeptRecordsParts {
  readonly records: Pick<RecordStore, 'find' | 'get'>
  readonly deletion: Deletion
  /** Before records are deleted, so that a person can undo it. */
  readonly hold: (ids: readonly string[]) => void
  readonly stateOfImage: StateOfImage
  readonly note: Note
  readonly now: () => Date
}

type KeptChannel = `records:${'find' | 'ids' | 'open' | 'delete' | 'revealed'}`

/** Milliseconds within which searches count as one: a person types, and looks again. */
const oneSearch = 60_000

/** What is stored, on the list or not. */
export function keptRecordsAnswers(parts: KeptRecordsParts): Pick<Answers, KeptChannel> {
  const { records, deletion, note, now } = parts
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
      return ok(records.find(wish))
    },
    'records:ids': async (question) => ok(records.find(question).matches.map(({ id }) => id)),
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
