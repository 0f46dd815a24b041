import { z } from 'zod'
import type { Database } from './database.ts'
import type { Search } from './search.ts'
import type { JudgedEntry } from './search-block.ts'
import { recordSql } from './statements.ts'

const row = z.object({ place: z.number(), id: z.string(), read_at: z.string() })

interface RecordIndexParts {
  readonly database: Database
  readonly search: Pick<Search, 'all' | 'put'>
  /** What the sealed content of a record says; nothing where it does not open. */
  readonly sealedEntry: (place: number, id: string) => JudgedEntry | undefined
  readonly personOf: (idNumber: string) => Uint8Array
}

/**
 * Puts right what stands in plain columns, by which records are found, where it is not what is sealed: somebody else
 * wrote it. Where the content of such a record does not open, what is sealed for searches is the next best.
 */
export function mendRecordIndex({ database, search, ...parts }: RecordIndexParts): void {
  const sealed = search.all()
  const odd = database.rows(row, recordSql.index).filter(({ place, id, read_at: readAt }) => {
    const match = sealed.get(place)
    return match?.id !== id || match.readAt !== readAt
  })
  if (odd.length === 0) return
  database.together(() => {
    for (const { place, id } of odd) {
      const searched = sealed.get(place)
      const entry = parts.sealedEntry(place, id)
      const match = entry?.match ?? (searched?.id === id ? searched : undefined)
      if (match === undefined) continue
      const { readAt, idNumber } = match
      database.run(recordSql.putIndex, { id, readAt, person: parts.personOf(idNumber) })
      search.put(entry ?? { place, match, judgedBy: undefined })
    }
  })
}
