import { useCallback, useRef, useState } from 'react'
import type { ImageLine } from '../../../core/license/image-line.ts'
import { useSession } from '../../state/session-context.ts'

/** Images of which the lines are remembered, at most. */
const most = 20

/** The lines of text in images, which are read when they are first asked for. */
export interface Lines {
  /** Null as long as they are not known, or cannot be. */
  readonly known: readonly ImageLine[] | null
  /** They are being read. */
  readonly isAsking: boolean
  /** Reads them unless they are known; null where that fails. */
  readonly ask: () => Promise<readonly ImageLine[] | null>
}

export function useLines(id: string): Lines {
  const { actions } = useSession()
  const [found, setFound] = useState<ReadonlyMap<string, readonly ImageLine[]>>(new Map())
  const underWay = useRef(new Map<string, Promise<readonly ImageLine[] | null>>())
  const [asking, setAsking] = useState<string | null>(null)
  const known = found.get(id) ?? null
  const ask = useCallback((): Promise<readonly ImageLine[] | null> => {
    if (known !== null) return Promise.resolve(known)
    const before = underWay.current.get(id)
    if (before !== undefined) return before
    setAsking(id)
    const answer = actions.linesOf(id).then((lines) => {
      setAsking((now) => (now === id ? null : now))
      if (lines === null) underWay.current.delete(id)
      else setFound((now) => new Map([...[...now].slice(1 - most), [id, lines]]))
      return lines
    })
    underWay.current.set(id, answer)
    return answer
  }, [actions, id, known])
  return { known, isAsking: asking === id, ask }
}
