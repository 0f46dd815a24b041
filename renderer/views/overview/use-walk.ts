import { useEffect, useRef, useState } from 'react'
import type { Walked } from '../../../core/ipc/people.ts'
import { useSession } from '../../state/session-context.ts'

/** A look through all records: under way, stopped before its end, or its answer. */
export type Walk<Answer> =
  | { readonly kind: 'walking'; readonly walked: Walked | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done'; readonly answer: Answer }

const beginning = { kind: 'walking', walked: null } as const

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
  const [attempt, setAttempt] = useState(0)
  const [last, setLast] = useState<{ readonly attempt: number; readonly walk: Walk<Answer> }>({
    attempt,
    walk: beginning,
  })
  const isWalking = useRef(false)
  useEffect(() => {
    let isOver = false
    isWalking.current = true
    const stopHearing = onWalked((walked) => {
      if (!isOver) setLast({ attempt, walk: { kind: 'walking', walked } })
    })
    const look = async () => {
      const answer = await ask()
      if (isOver) return
      isOver = true
      isWalking.current = false
      setLast({ attempt, walk: answer === null ? { kind: 'stopped' } : { kind: 'done', answer } })
    }
    void look()
    return () => {
      isOver = true
      stopHearing()
    }
  }, [ask, onWalked, attempt])
  useEffect(
    () => () => {
      if (isWalking.current) void actions.stopWalk()
    },
    [actions],
  )
  return {
    walk: last.attempt === attempt ? last.walk : beginning,
    stop: () => void actions.stopWalk(),
    again: () => setAttempt((count) => count + 1),
  }
}
