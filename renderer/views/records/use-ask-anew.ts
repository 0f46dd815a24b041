import { useEffect } from 'react'
import { isJudging } from '../../../core/verdict/purpose.ts'
import { useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'

/** Asks for the records at first, and whenever what they are judged by is another. */
export function useAskAnew(): void {
  const { records, settings, doNotRent } = useSession()
  const { purpose, housePolicy } = useStore(settings)
  const { round } = useStore(doNotRent)
  const today = useToday()
  useEffect(() => {
    const { text, narrowing } = records.store.get()
    // Without a purpose there is no verdict to ask for, and nothing would be found.
    const isJudged = isJudging(purpose)
    void records.ask(text, isJudged ? narrowing : { ...narrowing, verdict: 'all' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what records are judged by is told by the desk
  }, [records, purpose, housePolicy, round, today])
}
