import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportEntry } from '../../../../core/export/entry.ts'
import type { Preset, PresetColumn } from '../../../../core/layout/preset.ts'
import { chosenFor, columnsFor, tableOf } from '../../../../core/export/table.ts'
import { isJudging } from '../../../../core/verdict/purpose.ts'
import { maskIdNumber } from '../../../state/id-number.ts'
import { localMinute } from '../../../state/instants.ts'
import { viewOf } from '../../../state/license-view.ts'
import type { Row } from '../../../state/rows.ts'
import { useReturnDate, useSession, useToday } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import { verdictOn } from '../../../state/verdict-view.ts'
import { control } from '../../keys/keys.ts'
import { useHidden, useMasking } from '../../masking/use-mask.ts'
import styles from './setup.module.css'

const shownAtMost = 3

/** The first rows as they would stand in the table now. */
export function Preview({
  rows,
  preset,
}: {
  readonly rows: readonly Row[]
  readonly preset: Preset
}) {
  const { t } = useTranslation()
  const today = useToday()
  const returnDate = useReturnDate()
  const { settings, doNotRent } = useSession()
  const set = useStore(settings)
  const list = useStore(doNotRent)
  const { headings, exportFormat, exportDaily, purpose } = set
  const entries = useMemo(
    () =>
      rows.flatMap(({ record }): ExportEntry[] => {
        if (record === null) return []
        const { license, findings, look } = viewOf(record, today, returnDate)
        const items = [...look].map(([field, reasons]) => ({ field, reasons }))
        const readAt = localMinute(record.readAt)
        return [{ record, review: { license, findings, items }, verdict: undefined, readAt }]
      }),
    [rows, today, returnDate],
  )
  const chosen = chosenFor(entries, preset)
  const first = chosen.slice(0, shownAtMost).map((entry) => ({
    ...entry,
    verdict: verdictOn(entry.record, { today, settings: set, list, typed: [] }),
  }))
  const grows = exportDaily
  // What stands further down decides too whether there is a column that says how each stands.
  const columns = columnsFor(chosen, preset, grows)
  const table = tableOf(first, headings, { ...preset, columns: [...columns] }, grows)
  const more = chosen.length - first.length
  return (
    <div className={styles['preview']}>
      <h3>
        {t('preview')}
        {more > 0 && <small>{t('previewMore', { count: more })}</small>}
      </h3>
      {exportFormat === 'json' && !exportDaily ? (
        <p className={styles['quiet']}>{t('previewJson')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
        <div className={styles['sheet']} tabIndex={0} role="region" aria-label={t('preview')}>
          <table>
            <thead>
              <tr>
                {(table[0] ?? []).map((heading, at) => (
                  <th key={keyOf(columns, at)} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map(({ record }, at) => (
                <PreviewRow
                  key={record.id}
                  recordId={record.id}
                  cells={table[at + 1] ?? []}
                  columns={columns}
                  isWhole={preset.numbers === 'full'}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isJudging(purpose) && columns.some(isOfVerdict) && (
        <p className={styles['quiet']}>{t('previewNoVerdict', { key: `${control} G` })}</p>
      )}
      {first.length === 0 && (
        <p className={styles['quiet']}>
          {entries.length === 0 ? t('previewNoLicense') : t('previewNone')}
        </p>
      )}
    </div>
  )
}

const isOfVerdict = ({ column }: PresetColumn): boolean =>
  column === 'verdict' || column === 'verdict_reasons'

const keyOf = (columns: readonly PresetColumn[], at: number): string =>
  `${at} ${columns[at]?.column ?? ''}`

/** Numbers are masked here as they are everywhere on the screen, until the key is held. */
function PreviewRow(props: {
  readonly recordId: string
  readonly cells: readonly string[]
  readonly columns: readonly PresetColumn[]
  readonly isWhole: boolean
}) {
  const { columns, cells } = props
  const hasNumber = columns.some(({ column }) => column === 'id_num')
  const isHidden = useHidden(props.recordId, useMasking() && props.isWhole && hasNumber, false)
  return (
    <tr>
      {cells.map((cell, at) => (
        <td key={keyOf(columns, at)} data-column={columns[at]?.column}>
          {isHidden && columns[at]?.column === 'id_num' ? maskIdNumber(cell) : cell}
        </td>
      ))}
    </tr>
  )
}
