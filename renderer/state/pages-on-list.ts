import type { Source } from '../../core/license/record.ts'
import type { DeskState } from './desk-state.ts'

/** Which pages of a file are on the list, second pages that are part of a record among them. */
export function pagesOnList({ jobs, records }: DeskState, path: string): ReadonlySet<number> {
  const sources: Source[] = [...jobs.values()].map(({ source }) => source)
  for (const { joined } of records.values()) if (joined != null) sources.push(joined.source)
  return new Set(sources.filter((source) => source.path === path).map(({ page }) => page))
}
