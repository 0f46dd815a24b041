import { useEffect, useRef, useState } from 'react'
import type { Walked } from '../../../core/ipc/people.ts'
import { useSession } from '../../state/session-context.ts'

/** A look through all records: under way, stopped before its end, or its answer. */
export type Walk<Answer> =
  | { readonly kind: 'walking'; readonly walked: Walked | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done'; readonly answer: Answer }

/**
 * Looks through all records whenever `ask` is another function, and stops when nobody waits any more.
 * @param ask null where it was stopped
 */
export function useWalk<Answer>(ask: () => Promise<Answer | null>): {
  readonly walk: Walk<Answer>
  readonly stop: () => void
  readonly again: () => void
} {
  const { actions, onWalked } = useSession()
  const [walk, setWalk] = useState<Walk<Answer>>({ kind: 'walking', walked: null })
  const [times, setTimes] = useState(0)
  const isWalking = useRef(false)
  useEffect(() => {
    let isOver = false
    isWalking.current = true
    const stopHearing = onWalked((walked) => {
      if (!isOver) setWalk({ kind: 'walking', walked })
    })
    const look = async () => {
      const answer = await ask()
      if (isOver) return
      isOver = true
      isWalking.current = false
      setWalk(answer === null ? { kind: 'stopped' } : { kind: 'done', answer })
    }
    void look()
    return () => {
      isOver = true
      stopHearing()
    }
  }, [ask, onWalked, times])
  useEffect(
    () => () => {
      if (isWalking.current) void actions.stopWalk()
    },
    [actions],
  )
  return {
    walk,
    stop: () => void actions.stopWalk(),
    again: () => {
      setWalk({ kind: 'walking', walked: null })
      setTimes((count) => count + 1)
    },
  }
}
