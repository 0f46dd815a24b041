import { useMemo } from 'react'
import type { LicenseRecord } from '../../../core/license/record.ts'
import type { Verdict } from '../../../core/verdict/verdict.ts'
import { useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { verdictOn } from '../../state/verdict-view.ts'

/** The verdict on a record, also while something is typed into it. */
export function useVerdict(record: LicenseRecord | null): Verdict | undefined {
  const { settings, doNotRent, drafts } = useSession()
  const today = useToday()
  const set = useStore(settings)
  const list = useStore(doNotRent)
  const all = useStore(drafts)
  return useMemo(() => {
    if (record === null) return undefined
    const typed = all.filter(({ recordId }) => recordId === record.id)
    return verdictOn(record, { today, settings: set, list, typed })
  }, [record, today, set, list, all])
}
