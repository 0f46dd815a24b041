import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageTile } from './page-tile.tsx'
import styles from './page-grid.module.css'
import { useColumns } from './use-columns.ts'

/** In pixels, with the gap below. */
const rowHeight = 178
const tileWidth = 118

export interface PageGridProps {
  /** `<document>/<page>` has a picture. */
  readonly document: string
  readonly count: number
  readonly chosen: ReadonlySet<number>
  /** Pages that are on the list already. */
  readonly taken: ReadonlySet<number>
  readonly label: string
  readonly onChoose: (chosen: ReadonlySet<number>) => void
  readonly onSubmit: () => void
}

/** The pages of a document to choose from by looking; only what is in sight is drawn. */
export function PageGrid(props: PageGridProps) {
  const { document, count, chosen, taken, label, onChoose, onSubmit } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useColumns(scroller, tileWidth)
  const [at, setAt] = useState(() => Math.min(...chosen, count))
  /** Where a stretch begins. */
  const anchor = useRef(at)
  const virtual = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 1,
  })

  const isFirstLook = useRef(true)
  useEffect(() => {
    const align = isFirstLook.current ? 'start' : 'auto'
    virtual.scrollToIndex(Math.floor((at - 1) / columns), { align })
    // Following the page with the keyboard only, and the width.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at, columns])

  const toggle = (page: number) => {
    const now = new Set(chosen)
    if (!now.delete(page)) now.add(page)
    anchor.current = page
    onChoose(now)
  }
  const stretchTo = (page: number) => {
    const [first, last] = [Math.min(anchor.current, page), Math.max(anchor.current, page)]
    onChoose(new Set([...chosen, ...numbersFrom(first, last)]))
  }
  const goTo = (page: number, grows: boolean) => {
    isFirstLook.current = false
    const next = Math.max(1, Math.min(count, page))
    setAt(next)
    if (grows) stretchTo(next)
    else anchor.current = next
  }
  const onClick = (page: number, event: React.MouseEvent) => {
    isFirstLook.current = false
    setAt(page)
    if (event.shiftKey) stretchTo(page)
    else toggle(page)
  }
  const screen = () =>
    columns * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight))
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, shiftKey: grows } = event
    const isWithControl = event.ctrlKey || event.metaKey
    if (event.altKey || (isWithControl && key.toLowerCase() !== 'a')) return
    const acts: Readonly<Record<string, () => void>> = isWithControl
      ? { [key]: () => onChoose(new Set(numbersFrom(1, count))) }
      : {
          ArrowRight: () => goTo(at + 1, grows),
          ArrowLeft: () => goTo(at - 1, grows),
          ArrowDown: () => goTo(at + columns, grows),
          ArrowUp: () => goTo(at - columns, grows),
          PageDown: () => goTo(at + screen(), grows),
          PageUp: () => goTo(at - screen(), grows),
          Home: () => goTo(1, grows),
          End: () => goTo(count, grows),
          ' ': () => (grows ? stretchTo(at) : toggle(at)),
          Enter: onSubmit,
        }
    const act = acts[key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }

  return (
    <div
      ref={scroller}
      className={styles['grid']}
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      aria-activedescendant={`page-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className={styles['rows']}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="presentation"
            className={styles['row']}
            style={{
              transform: `translateY(${row.start}px)`,
              height: rowHeight,
              gridTemplateColumns: `repeat(${columns}, ${tileWidth}px)`,
            }}
          >
            {pagesIn(row.index, columns, count).map((page) => (
              <PageTile
                key={page}
                document={document}
                page={page}
                count={count}
                isChosen={chosen.has(page)}
                isCurrent={page === at}
                note={taken.has(page) ? t('pageTaken') : ''}
                onClick={(event) => onClick(page, event)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const numbersFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, by) => first + by)

const pagesIn = (row: number, columns: number, count: number): readonly number[] =>
  numbersFrom(row * columns + 1, Math.min(count, (row + 1) * columns))
