import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { licenseOf } from '../../../core/license/record.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { sayMedium } from '../../../core/words/say-card.ts'
import { sayPage, sayPlace, saySource } from '../../../core/words/say-source.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { useDesk } from '../../state/desk-context.tsx'
import { firstPageOf } from '../../state/first-page.ts'
import { maskIdNumber } from '../../state/id-number.ts'
import { isSecondPage, type Row } from '../../state/rows.ts'
import { useLanguage } from '../../state/session-context.ts'
import { useMasking } from '../masking/use-mask.ts'
import { LightMark } from '../verdict/light-mark.tsx'
import styles from './list-row.module.css'
import { Thumb } from './thumb.tsx'

interface ListRowProps {
  readonly row: Row
  readonly selected: boolean
  readonly index: number
  readonly total: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly height: number
  /** Chosen together with others. */
  readonly marked: boolean
  readonly onSelect: (event: React.MouseEvent) => void
}

function DrawnRow(props: ListRowProps) {
  const { row, selected, marked, top, height } = props
  return (
    // The list itself has the keyboard and tells the reader which row is active.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`row-${row.id}`}
      className={styles['row']}
      role="option"
      aria-selected={selected || marked}
      data-current={selected}
      data-marked={marked}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={props.onSelect}
    >
      <Thumb row={row} />
      <span className={styles['words']}>
        <span className={styles['first']}>
          <Title row={row} />
          <StateMark state={row.state} />
        </span>
        <Second row={row} />
        <span className={styles['third']}>
          {row.record !== null && <LightMark record={row.record} />}
          <Third row={row} />
        </span>
      </span>
    </div>
  )
}

/** Drawn again only when its row, place or selection changed. */
export const ListRow = memo(
  DrawnRow,
  (before, after) =>
    before.row === after.row &&
    before.selected === after.selected &&
    before.marked === after.marked &&
    before.index === after.index &&
    before.top === after.top &&
    before.total === after.total,
)

/** The name on the license, or where there is none the page, which is never cut off, and the file's name. */
function Title({ row }: { readonly row: Row }) {
  const language = useLanguage()
  if (row.name !== '') return <b>{row.name}</b>
  const { source } = row.job
  const page = sayPage(source, language)
  if (page === '') return <b>{source.name}</b>
  return (
    <b className={styles['paged']}>
      <span>{page} · </span>
      <span>{source.name}</span>
    </b>
  )
}

/** The name on the license, or the file's name where there is none. */
export function useTitle(row: Row): string {
  const language = useLanguage()
  return row.name === '' ? saySource(row.job.source, language) : row.name
}

function Second({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const masking = useMasking()
  if (isSecondPage(row.state)) return <OfFirstPage row={row} />
  if (row.state.kind === 'failed' || row.state.kind === 'unknown')
    return <small>{adviceOf(row.state.failure, language).reason}</small>
  if (row.record === null) return null
  const idNumber = row.record.decisions.id_num?.value ?? row.record.reading.fields.id_num.value
  const shown = masking ? maskIdNumber(idNumber) : idNumber
  if (row.name === '') return <small>{t('unnamed')}</small>
  return <small className={styles['number']}>{shown === '' ? t('notFound') : shown}</small>
}

/** Whose second page it is, where that is known. */
function OfFirstPage({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const firstPage = firstPageOf(row, useDesk().records)
  if (firstPage === undefined) return <small>{adviceOf('second-page', language).reason}</small>
  return <small>{t('secondPageOf', { name: licenseOf(firstPage).name || t('unnamed') })}</small>
}

/** Which of several in a picture, and that it is no print; nothing of most. */
function Third({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (row.record === null) return null
  const { reading, source } = row.record
  const place = sayPlace(reading)
  const both = row.record.joined == null ? '' : t('bothPages')
  const [page, file] = place === '' ? ['', ''] : [sayPage(source, language), source.name]
  const said = [place, page, sayMedium(reading, language)?.badge ?? '', both, file].filter(
    (one) => one !== '',
  )
  return said.length === 0 ? null : <small>{said.join(' · ')}</small>
}
