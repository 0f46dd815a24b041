import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../../../parts/use-latest.ts'
import type { PresetColumn } from '../../../../core/layout/preset.ts'
import { headingOf } from '../../../../core/export/table.ts'
import { useSession } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import { AddColumn } from './add-column.tsx'
import { ColumnRow } from './column-row.tsx'
import styles from './setup.module.css'
import type { PresetDesk } from './use-presets.ts'

/** Which columns there are, in which order and under which headings. */
export function ColumnList({ desk }: { readonly desk: PresetDesk }) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { headings } = useStore(settings)
  const list = useRef<HTMLOListElement>(null)
  /** Where the keyboard goes once the rows stand in their new order. */
  const focusAt = useRef<number | null>(null)
  const [told, setTold] = useState('')
  /** Which row is in the hand. */
  const [dragged, setDragged] = useState<number | null>(null)
  const { preset, edit } = desk
  useEffect(() => {
    if (focusAt.current === null) return
    list.current?.querySelectorAll('input')[focusAt.current]?.focus()
    focusAt.current = null
  })
  const move = (from: number, to: number): void => {
    const column = preset.columns[from]
    if (column === undefined || preset.columns[to] === undefined || from === to) return
    edit({ kind: 'move', from, to })
    setTold(t('columnMoved', { name: headingOf(column, headings), at: to + 1 }))
  }
  const latest = useLatest(move)
  useEffect(() => {
    if (dragged === null) return undefined
    const onMove = (event: PointerEvent) => {
      const to = rowAt(list.current, event.clientY)
      if (to === dragged || to < 0) return
      latest.current(dragged, to)
      setDragged(to)
    }
    const onEnd = () => setDragged(null)
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onEnd)
    window.addEventListener('pointercancel', onEnd)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onEnd)
      window.removeEventListener('pointercancel', onEnd)
    }
  }, [latest, dragged])
  return (
    <section className={styles['section']} aria-label={t('columns')}>
      <h3>{t('columns')}</h3>
      <p className={styles['quiet']}>{t('columnsHint')}</p>
      <ol ref={list} className={styles['columns']}>
        {keyed(preset.columns).map(({ key, column }, at) => (
          <ColumnRow
            key={key}
            column={column}
            at={at}
            isLast={at === preset.columns.length - 1}
            isOnly={preset.columns.length === 1}
            headings={headings}
            isDragged={dragged === at}
            onGrip={() => setDragged(at)}
            onMove={(to) => move(at, to)}
            onMoveByKey={(to) => {
              move(at, to)
              focusAt.current = Math.min(Math.max(0, to), preset.columns.length - 1)
            }}
            onHead={(heading) => edit({ kind: 'head', at, heading })}
            onOut={() => {
              edit({ kind: 'take-out', at })
              focusAt.current = Math.max(0, at - 1)
            }}
          />
        ))}
      </ol>
      <p className={styles['told']} role="status">
        {told}
      </p>
      <AddColumn desk={desk} />
    </section>
  )
}

/** Over which row a finger or the mouse is; the last or first one beyond the ends. */
function rowAt(list: Element | null, y: number): number {
  const rows = [...(list?.children ?? [])]
  const below = rows.findIndex((row) => y < row.getBoundingClientRect().bottom)
  return below < 0 ? rows.length - 1 : below
}

/** Each with a name of its own, also where several are alike. */
function keyed(columns: readonly PresetColumn[]) {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const before = seen.get(column.column) ?? 0
    seen.set(column.column, before + 1)
    return { key: `${column.column} ${before}`, column }
  })
}
