import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../../parts/use-latest.ts'
import { observeSize } from '../../parts/observe-size.ts'
import type { Row } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { ListRow } from './list-row.tsx'
import styles from './license-list.module.css'

const rowHeight = 58
/** What even a small window shows. */
const unmeasured = { width: 0, height: 6 * rowHeight }

/** The licenses in the order of their arrival; only what is in sight is drawn. */
export function LicenseList(props: {
  readonly rows: readonly Row[]
  readonly selectedId: string | null
  /** Takes a row off the list in the way that loses nothing, or asks. */
  readonly onLeave: (row: Row) => void
  /** The same with all that are marked: it asks. */
  readonly onLeaveMarked: () => void
}) {
  const { t } = useTranslation()
  const { selection, marks } = useSession()
  const { ids: chosen } = useStore(marks)
  const { rows, selectedId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    initialRect: unmeasured,
    observeElementRect: observeSize,
  })
  const at = rows.findIndex((row) => row.id === selectedId)

  useEffect(() => {
    const { scrollOffset, scrollRect } = virtual
    const above = at * rowHeight - (scrollOffset ?? 0)
    const isSeen = above >= 0 && above + rowHeight <= (scrollRect?.height ?? 0)
    // Scrolling has the whole page laid out, also where nothing moves.
    if (at >= 0 && !isSeen) virtual.scrollToIndex(at, { align: 'auto' })
    // Following the selection only: rows that arrive do not move the list under the pointer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId])

  const select = (index: number, grows = false) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row === undefined) return
    if (grows) markTo(row.id)
    else marks.send({ kind: 'only', id: row.id })
    selection.send({ kind: 'select', rowId: row.id })
  }
  const order = () => rows.map(({ id }) => id)
  const markTo = (to: string) =>
    marks.send({ kind: 'stretch', to, current: selectedId, order: order() })
  const onClick = (index: number, event: React.MouseEvent) => {
    const id = rows[index]?.id
    if (id === undefined) return
    if (event.ctrlKey || event.metaKey) {
      marks.send({ kind: 'toggle', id, current: selectedId })
      selection.send({ kind: 'select', rowId: id })
    } else select(index, event.shiftKey)
  }
  // Rows are drawn again only when they change; what they call is what stands now.
  const clicked = useLatest(onClick)
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
  const onKeyDown = (event: React.KeyboardEvent) => {
    const grows = event.shiftKey
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !grows) {
      if (event.key.toLowerCase() === 'a') marks.send({ kind: 'all', order: order() })
      else if (event.key === ' ' && selectedId !== null)
        marks.send({ kind: 'toggle', id: selectedId, current: null })
      else return
      return event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && chosen.size > 0) {
      event.preventDefault()
      marks.send({ kind: 'none' })
    }
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => select(at + 1, grows),
      ArrowUp: () => select(at - 1, grows),
      PageDown: () => select(at + page(), grows),
      PageUp: () => select(at - page(), grows),
      Home: () => select(0, grows),
      End: () => select(rows.length - 1, grows),
      Delete: () => {
        const row = rows[at]
        if (chosen.size > 1) props.onLeaveMarked()
        else if (row !== undefined) props.onLeave(row)
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
      aria-multiselectable="true"
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
              marked={chosen.has(row.id)}
              index={item.index}
              total={rows.length}
              top={item.start}
              height={rowHeight}
              onSelect={(event) => clicked.current(item.index, event)}
            />
          )
        })}
      </div>
    </div>
  )
}
