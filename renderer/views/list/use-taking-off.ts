import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { neighbourOf, type Row, rowNamed } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { useUndo } from '../undo/use-undo.tsx'

export interface TakingOff {
  readonly take: (row: Row, how: 'remove' | 'putAway') => void
  /** A license that is done with stays in the records; one that is not is deleted only when a person says so. */
  readonly leave: (row: Row) => void
  /** What is asked about before it is deleted, as long as it is shown. */
  readonly asked: Row | null
  readonly ask: (row: Row | null) => void
}

/** Takes lines off the list and turns to the next, in the order in which they are shown. */
export function useTakingOff(shown: readonly Row[]): TakingOff {
  const { t } = useTranslation()
  const { actions, selection } = useSession()
  const { tellUndoable } = useUndo()
  const [askedId, setAskedId] = useState<string | null>(null)
  const ask = (row: Row | null): void => setAskedId(row?.id ?? null)
  const take: TakingOff['take'] = (row, how) => {
    const next = neighbourOf(shown, row.id)
    void actions[how]([row.id])
    tellUndoable(t(how === 'putAway' ? 'didPutAway' : 'didRemove', { count: 1 }))
    selection.send({ kind: 'select', rowId: next })
  }
  const leave = (row: Row): void => {
    if (row.state.kind === 'ready') take(row, 'putAway')
    else if (row.record === null) take(row, 'remove')
    else ask(row)
  }
  return { take, leave, asked: rowNamed(shown, askedId), ask }
}
