import { type RefObject, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type FieldName, fieldNames } from '../../../core/license/field.ts'
import { imageUrl } from '../../api/desk.ts'
import { useLoadedImage } from '../../parts/use-loaded-image.ts'
import { framesOf, isOfSeveral } from '../../state/card-frames.ts'
import type { Row } from '../../state/rows.ts'
import { regionsOf } from '../../state/marked-region.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { FieldsPane } from '../fields/fields-pane.tsx'
import { UnreadPane } from '../fields/unread-pane.tsx'
import { type ImageControls, ImagePane } from '../image/image-pane.tsx'
import { LinesDialog } from '../image/lines-dialog.tsx'
import { useLines } from '../image/use-lines.ts'
import { fieldBeingWritten, useLineTaking } from '../image/use-line-taking.ts'
import { useSize } from '../image/use-size.ts'
import { Splitters } from '../layout/splitters.tsx'
import { useTitle } from '../list/list-row.tsx'
import type { TakingOff } from '../list/use-taking-off.ts'
import styles from './app.module.css'
import { DeleteDialog } from '../records/delete-dialog.tsx'

export interface DeskViewProps {
  readonly rows: readonly Row[]
  readonly current: Row
  readonly takingOff: TakingOff
  readonly controls: RefObject<ImageControls | null>
  readonly onNextLicense: () => boolean
  /** The field for which a line of the image is chosen. */
  readonly lineField: FieldName | null
  readonly onLineField: (field: FieldName | null) => void
}

/** Beside the list, what does the job: image and fields. */
export function DeskView(props: DeskViewProps) {
  const { rows, current, takingOff, controls, onNextLicense } = props
  const { actions, selection } = useSession()
  const { take, ask, asked } = takingOff
  const { t } = useTranslation()
  const chosen = useStore(selection)
  const { field } = chosen
  const column = useRef<HTMLDivElement>(null)
  const columnSize = useSize(column)
  const { job, record } = current
  // The list comes first: drawing all panes at once would hold it up.
  const isListDrawn = useDeferredValue(true, false)
  const isRead = useDeferredValue(record !== null)
  const loaded = useLoadedImage(pictureOf(current))
  const title = useTitle(current)
  const reading = record?.reading ?? null
  const places = useMemo(
    () => (reading === null ? [] : fieldNames.flatMap((name) => reading.fields[name].boxes)),
    [reading],
  )
  const lines = useLines(record?.id ?? job.id)
  const taking = useLineTaking(record, current.id, lines)
  const lineQuads = useMemo(
    () => [...places, ...(lines.known ?? []).map(({ quad }) => quad)],
    [places, lines.known],
  )
  const hindered = useMemo(() => (reading === null ? [] : regionsOf(reading)), [reading])
  const frames = useMemo(() => framesOf(rows, current), [rows, current])
  const focused = field === null ? undefined : reading?.fields[field].boxes
  usePreload(rows, current)
  return (
    <>
      <main className={styles['image']}>
        {isListDrawn && (
          <ImagePane
            name={title}
            loaded={loaded}
            full={reading?.image ?? null}
            turn={reading?.image.turn ?? 0}
            places={places}
            frames={frames}
            hindered={hindered}
            focused={focused ?? nowhere}
            controls={controls}
            lines={lineQuads}
            onTap={(point, adds) => void taking.takeAt(point, adds)}
            onLook={() => {
              if (record !== null && fieldBeingWritten() !== null) void lines.ask()
            }}
          />
        )}
        {lines.isAsking && (
          <p className={styles['asking']} role="status">
            {t('linesReading')}
          </p>
        )}
        <LinesDialog
          field={record === null ? null : props.lineField}
          lines={lines}
          onTake={(fieldToFill, text) => taking.take(fieldToFill, text, false)}
          onClose={() => props.onLineField(null)}
        />
        {isListDrawn && <Splitters />}
      </main>
      <div ref={column} className={styles['fields']}>
        {record === null
          ? isListDrawn && <UnreadPane row={current} onRemove={() => take(current, 'remove')} />
          : isRead && (
              <FieldsPane
                key={record.id}
                record={record}
                image={loaded.kind === 'loaded' ? loaded.image : null}
                cropWidth={Math.max(160, (columnSize?.width ?? 452) - 130)}
                onNextLicense={onNextLicense}
                onPutAway={() => take(current, 'putAway')}
                onDelete={() => ask(current)}
                isReadAgain={job.state.kind !== 'done'}
                onReadAgain={() => void actions.retry([job.id])}
              />
            )}
      </div>
      <DeleteDialog
        opened={asked !== null}
        name={asked?.name ?? ''}
        onClose={() => ask(null)}
        onDelete={() => {
          if (asked !== null) take(asked, 'remove')
          ask(null)
        }}
      />
    </>
  )
}

const nowhere: readonly never[] = []

/** Fetches the image that comes next, so that going on is immediate. */
function usePreload(rows: readonly Row[], current: Row): void {
  const at = rows.indexOf(current)
  const next = rows.slice(at + 1, at + 200).find((row) => row.state.kind === 'look')
  const picture = next && pictureOf(next)
  useEffect(() => {
    if (picture !== undefined) new Image().src = picture
  }, [picture])
}

/** A card that shares its image with others has but a part of its pixels. */
const pictureOf = (row: Row): string => imageUrl(row.job.id, isOfSeveral(row) ? 4000 : 2000)
