import { createContext, useContext, useMemo } from 'react'
import { listed, type VerdictOf } from '../../state/listing.ts'
import { type Row, shownRows } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** Tells the verdict on each line, where verdicts are asked for; null: there are none to filter by. */
export const VerdictContext = createContext<VerdictOf | null>(null)

const noVerdict: VerdictOf = () => null

/** The lines that search, filters and order leave, as the list shows them. */
export function useShown(rows: readonly Row[]): readonly Row[] {
  const { selection, listing } = useSession()
  const { rowId, filter, search } = useStore(selection)
  const wish = useStore(listing)
  const verdictOf = useContext(VerdictContext) ?? noVerdict
  return useMemo(() => {
    const throughSearch = shownRows(rows, { rowId, filter, search })
    return listed(throughSearch, wish, verdictOf)
  }, [rows, rowId, filter, search, wish, verdictOf])
}
