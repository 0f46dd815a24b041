import { useCallback, useEffect, useState } from 'react'
import type { PersonSeen } from '../../../core/ipc/people.ts'
import type { License } from '../../../core/license/field.ts'
import { useSession } from '../../state/session-context.ts'

interface Answer {
  readonly recordId: string
  readonly question: string
  readonly seen: PersonSeen | null
}

/** Where else the person on a license was seen, asked anew when what tells people apart changes; and how to ask again. */
export function useSeen(
  recordId: string,
  license: License,
): readonly [PersonSeen | null, () => void] {
  const { actions } = useSession()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [times, setTimes] = useState(0)
  const question = [license.id_num, license.name, license.birth_date, times].join(' ')
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const seen = await actions.seenOf(recordId)
      if (!isOver) setAnswer({ recordId, question, seen })
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [actions, recordId, question])
  const again = useCallback(() => setTimes((count) => count + 1), [])
  return [answer?.recordId === recordId ? answer.seen : null, again]
}
