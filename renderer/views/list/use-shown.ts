import { useMemo } from 'react'
import { listed, type VerdictOf } from '../../state/listing.ts'
import { type Row, shownRows } from '../../state/rows.ts'
import { useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { verdictOn } from '../../state/verdict-view.ts'

/** The lines that search, filters and order leave, as the list shows them. */
export function useShown(rows: readonly Row[]): readonly Row[] {
  const { selection, listing } = useSession()
  const { rowId, filter, search } = useStore(selection)
  const wish = useStore(listing)
  const verdictOf = useVerdictOf()
  return useMemo(
    () => listed(shownRows(rows, { rowId, filter, search }), wish, verdictOf),
    [rows, rowId, filter, search, wish, verdictOf],
  )
}

/** The verdict on each line as it was written down. */
function useVerdictOf(): VerdictOf {
  const { settings, doNotRent } = useSession()
  const today = useToday()
  const set = useStore(settings)
  const list = useStore(doNotRent)
  return useMemo(
    () =>
      ({ record }: Row) =>
        record === null
          ? null
          : (verdictOn(record, { today, settings: set, list, typed: [] })?.light ?? null),
    [today, set, list],
  )
}
