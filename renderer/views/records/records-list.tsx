import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../../parts/use-latest.ts'
import type { JudgedMatch } from '../../../core/ipc/held.ts'
import type { Purpose } from '../../../core/verdict/purpose.ts'
import { maskIdNumber } from '../../state/id-number.ts'
import { localMinute } from '../../state/instants.ts'
import { countNarrowed } from '../../state/records-narrowing.ts'
import { matchAt, placeOf } from '../../state/records-state.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { useMasking } from '../masking/use-mask.ts'
import { LightSign } from '../verdict/light-mark.tsx'
import { useRecordsBulk } from './use-records-bulk.ts'
import styles from './records-list.module.css'

const rowHeight = 44
/** How many rows are drawn above what is in sight, and below. */
const overscan = 12

/** What was found, newest first; rows are asked for as they come into sight. */
export function RecordsList() {
  const { t } = useTranslation()
  const { records, recordMarks, settings } = useSession()
  const { purpose } = useStore(settings)
  const bulk = useRecordsBulk()
  const { ids: marked } = useStore(recordMarks)
  const state = useStore(records.store)
  const scroller = useRef<HTMLDivElement>(null)
  const total = state.total ?? 0
  // The list draws only what is in sight; it is never memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
  })
  const items = virtual.getVirtualItems()
  // A row that comes into sight takes the elements of one that left: scrolling makes and drops none.
  const places = Math.ceil((virtual.scrollRect?.height ?? 0) / rowHeight) + 1 + 2 * overscan
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (total > 0) records.see(first, last)
  }, [records, total, first, last, state.pages])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [state.text, state.narrowing])

  const at = placeOf(state, state.openId)
  const choose = async (index: number, grows = false) => {
    const place = Math.max(0, Math.min(total - 1, index))
    virtual.scrollToIndex(place, { align: 'auto' })
    const before = records.store.get().openId
    const known = matchAt(records.store.get(), place)?.id
    if (known !== undefined && !grows) recordMarks.send({ kind: 'only', id: known })
    const to = await records.openAt(place)
    if (to === null) return
    if (grows)
      recordMarks.send({ kind: 'stretch', to, current: before, order: await records.ids() })
    else if (known === undefined) recordMarks.send({ kind: 'only', id: to })
  }
  const onClick = (index: number, event: React.MouseEvent) => {
    const id = matchAt(state, index)?.id
    if (id !== undefined && (event.ctrlKey || event.metaKey)) {
      recordMarks.send({ kind: 'toggle', id, current: state.openId })
      void records.open(id)
    } else void choose(index, event.shiftKey)
  }
  // Rows are drawn again only when they change; what they call is what stands now.
  const clicked = useLatest(onClick)
  const onChoose = useCallback(
    (index: number, event: React.MouseEvent) => clicked.current(index, event),
    [clicked],
  )
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
  const onKeyDown = (event: React.KeyboardEvent) => {
    const grows = event.shiftKey
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !grows) {
      if (event.key.toLowerCase() === 'a') bulk.run('select-all')
      else if (event.key === ' ' && state.openId !== null)
        recordMarks.send({ kind: 'toggle', id: state.openId, current: null })
      else return
      return event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && marked.size > 0) {
      event.preventDefault()
      recordMarks.send({ kind: 'none' })
    }
    if (event.key === 'Delete' && marked.size > 1) bulk.run('delete')
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page(),
      PageUp: at - page(),
      Home: 0,
      End: total - 1,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    void choose(next, grows)
  }
  if (state.total === 0) {
    const isNarrowed = countNarrowed(state.narrowing) > 0
    const isEmpty = state.text === '' && !isNarrowed
    return (
      <div className={styles['none']}>
        <b>
          {isEmpty
            ? t('recordsNone')
            : isNarrowed
              ? t('noMatch')
              : t('recordsNoMatch', { text: state.text })}
        </b>
        {isEmpty && <p>{t('recordsNoneText')}</p>}
      </div>
    )
  }
  return (
    <div
      ref={scroller}
      id="records"
      className={styles['list']}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('records')}
      aria-activedescendant={at >= 0 ? `record-${at}` : undefined}
      data-pane="list"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles['rows']}
        role="presentation"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ index, start }) => (
          <RecordRow
            key={index % places}
            match={matchAt(state, index)}
            purpose={purpose.kind}
            index={index}
            total={total}
            top={start}
            isChosen={index === at}
            isMarked={marked.has(matchAt(state, index)?.id ?? '')}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

interface RecordRowProps {
  readonly match: JudgedMatch | undefined
  /** What licenses are looked at for. */
  readonly purpose: Purpose['kind']
  readonly index: number
  readonly total: number
  readonly top: number
  readonly isChosen: boolean
  readonly isMarked: boolean
  readonly onChoose: (index: number, event: React.MouseEvent) => void
}

const RecordRow = memo(function DrawnRow(props: RecordRowProps) {
  const { t } = useTranslation()
  const masking = useMasking()
  const { match, purpose, index, top } = props
  const number = match?.idNumber ?? ''
  return (
    // The list itself has the keyboard and tells the reader which row is active.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`record-${index}`}
      className={styles['row']}
      role="option"
      aria-selected={props.isChosen || props.isMarked}
      data-current={props.isChosen}
      data-marked={props.isMarked}
      data-judged={purpose !== 'none'}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      aria-busy={match === undefined}
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
      onClick={(event) => props.onChoose(index, event)}
    >
      {match !== undefined && (
        <>
          <b>{match.name === '' ? t('unnamed') : match.name}</b>
          {purpose !== 'none' && (
            <span>{match.light !== null && <LightSign kind={purpose} light={match.light} />}</span>
          )}
          <span className={styles['number']}>{masking ? maskIdNumber(number) : number}</span>
          <time dateTime={match.readAt}>{localMinute(match.readAt)}</time>
        </>
      )}
    </div>
  )
})
