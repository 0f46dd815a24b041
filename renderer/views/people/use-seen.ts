import { useCallback, useEffect, useState } from 'react'
import type { PersonSeen } from '../../../core/ipc/people.ts'
import type { License } from '../../../core/license/field.ts'
import { useSession } from '../../state/session-context.ts'

interface Seen {
  readonly recordId: string
  readonly seen: PersonSeen | null
}

/** Where else the person on a license was seen, asked anew when what tells people apart changes; and how to ask again. */
export function useSeen(
  recordId: string,
  { id_num: number, name, birth_date: born }: License,
): readonly [PersonSeen | null, () => void] {
  const { actions } = useSession()
  const [answer, setAnswer] = useState<Seen | null>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let isOver = false
    void actions.seenOf(recordId).then((seen) => {
      if (!isOver) setAnswer({ recordId, seen })
    })
    return () => {
      isOver = true
    }
  }, [actions, recordId, number, name, born, times])
  const again = useCallback(() => setTimes((count) => count + 1), [])
  return [answer?.recordId === recordId ? answer.seen : null, again]
}
