import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { ListRow } from './list-row.tsx'
import styles from './license-list.module.css'

const rowHeight = 58

/** The licenses in the order of their arrival; only what is in sight is drawn. */
export function LicenseList(props: {
  readonly rows: readonly Row[]
  readonly selectedId: string | null
  /** Takes a row off the list in the way that loses nothing, or asks. */
  readonly onLeave: (row: Row) => void
}) {
  const { t } = useTranslation()
  const { selection } = useSession()
  const { rows, selectedId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  })
  const at = rows.findIndex((row) => row.id === selectedId)

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
    // Following the selection only: rows that arrive do not move the list under the pointer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId])

  const select = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row !== undefined) selection.send({ kind: 'select', rowId: row.id })
  }
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => select(at + 1),
      ArrowUp: () => select(at - 1),
      PageDown: () => select(at + page()),
      PageUp: () => select(at - page()),
      Home: () => select(0),
      End: () => select(rows.length - 1),
      Delete: () => {
        const row = rows[at]
        if (row !== undefined) props.onLeave(row)
      },
      Enter: () => selection.send({ kind: 'select', rowId: selectedId, grab: true }),
    }
    const move = moves[event.key]
    const toFields = event.key === 'Tab' && !event.shiftKey && rows[at]?.state.kind === 'look'
    if (toFields) selection.send({ kind: 'select', rowId: selectedId, grab: true })
    else move?.()
    if (toFields || move !== undefined) event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={styles['list']}
      role="listbox"
      aria-label={t('list')}
      aria-activedescendant={at >= 0 ? `row-${selectedId}` : undefined}
      data-pane="list"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles['rows']}
        role="presentation"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <ListRow
              key={item.key}
              row={row}
              selected={row.id === selectedId}
              index={item.index}
              total={rows.length}
              top={item.start}
              height={rowHeight}
              onSelect={() => selection.send({ kind: 'select', rowId: row.id })}
            />
          )
        })}
      </div>
    </div>
  )
}
