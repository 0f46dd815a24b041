import { useTranslation } from 'react-i18next'
import { type FieldName, fieldNames } from '../../../core/license/field.ts'
import type { ImageLine } from '../../../core/license/image-line.ts'
import { valueInLine } from '../../../core/license/line-value.ts'
import type { Point } from '../../../core/license/reading.ts'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { isOnLine } from '../../state/image-geometry.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { tell } from '../../parts/tell.ts'
import type { Lines } from './use-lines.ts'

/** The field in which somebody writes now. */
export function fieldBeingWritten(): FieldName | null {
  const place = document.activeElement?.closest('[data-pane=fields] span[data-field]')
  const name = place?.getAttribute('data-field')
  return fieldNames.find((field) => field === name) ?? null
}

export interface LineTaking {
  /** At a point of the image: fills the field that is written in, or else turns to the field that was read there. */
  readonly takeAt: (point: Point, adds: boolean) => Promise<void>
  /** Fills a field with what a line says of it. */
  readonly take: (field: FieldName, text: string, adds: boolean) => void
}

/** Takes lines of the image over into fields; nothing is written down before the field is confirmed or left. */
export function useLineTaking(
  record: LicenseRecord | null,
  rowId: string,
  lines: Lines,
): LineTaking {
  const { t } = useTranslation()
  const language = useLanguage()
  const { drafts, selection, spoken } = useSession()

  const take = (field: FieldName, text: string, adds: boolean): void => {
    if (record === null) return
    const value = valueInLine(field, text)
    const label = sayField(field, language)
    if (value === '') return tell(t('lineFitsNot', { field: label }), text)
    const draft = drafts.get().find((one) => one.recordId === record.id && one.field === field)
    const before = draft?.typed ?? licenseOf(record)[field]
    const typed = adds ? before + value : value
    drafts.send({ kind: 'typed', draft: { recordId: record.id, field, typed } })
    spoken.send(t('lineTaken', { field: label, value: typed }))
  }

  return {
    take,
    async takeAt(point, adds) {
      if (record === null) return
      const { fields } = record.reading
      const read = fieldNames.find((field) =>
        fields[field].boxes.some((box) => isOnLine(box, point)),
      )
      const field = fieldBeingWritten()
      if (field === null) {
        if (read !== undefined) selection.send({ kind: 'select', rowId, grab: true, target: read })
        return
      }
      if (read !== undefined && read !== field && fields[read].raw !== '')
        return take(field, fields[read].raw, adds)
      const line = lineAt(await lines.ask(), point)
      if (fieldBeingWritten() !== field) return
      if (line !== undefined) take(field, line.text, adds)
      else spoken.send(t('lineNone'))
    },
  }
}

const lineAt = (lines: readonly ImageLine[] | null, point: Point): ImageLine | undefined =>
  lines?.find(({ quad }) => isOnLine(quad, point))
