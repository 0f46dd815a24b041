import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { fieldNames } from '../../../core/license/field.ts'
import { imageUrl } from '../../api/desk.ts'
import { useLoadedImage } from '../../parts/use-loaded-image.ts'
import { neighbourOf, type Row } from '../../state/rows.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { FieldsPane } from '../fields/fields-pane.tsx'
import { UnreadPane } from '../fields/unread-pane.tsx'
import { type ImageControls, ImagePane } from '../image/image-pane.tsx'
import { useSize } from '../image/use-size.ts'
import { ListColumn } from '../list/list-column.tsx'
import { useTitle } from '../list/list-row.tsx'
import styles from './app.module.css'

export interface DeskViewProps {
  readonly rows: readonly Row[]
  readonly current: Row
  readonly controls: RefObject<ImageControls | null>
  readonly onNextLicense: () => boolean
  readonly onPath: () => void
}

/** The one screen that does the job: list, image, fields. */
export function DeskView({ rows, current, controls, onNextLicense, onPath }: DeskViewProps) {
  const { actions, selection } = useSession()
  const { field } = useStore(selection)
  const column = useRef<HTMLDivElement>(null)
  const columnSize = useSize(column)
  const { job, record } = current
  const loaded = useLoadedImage(imageUrl(job.id, 2000))
  const title = useTitle(current)
  const reading = record?.reading ?? null
  const places = useMemo(
    () => (reading === null ? [] : fieldNames.flatMap((name) => reading.fields[name].boxes)),
    [reading],
  )
  const focused = field === null ? undefined : reading?.fields[field].boxes
  const remove = () => {
    const next = neighbourOf(rows, job.id, new Set([job.id]))
    void actions.remove([job.id])
    selection.send({ kind: 'select', jobId: next })
  }
  usePreload(rows, job.id)
  return (
    <>
      <ListColumn rows={rows} selectedId={job.id} onPath={onPath} />
      <main className={styles['image']}>
        <ImagePane
          name={title}
          loaded={loaded}
          full={reading?.image ?? null}
          turn={reading?.image.turn ?? 0}
          places={places}
          focused={focused ?? nowhere}
          controls={controls}
        />
      </main>
      <div ref={column} className={styles['fields']}>
        {record === null ? (
          <UnreadPane row={current} onRemove={remove} />
        ) : (
          <FieldsPane
            key={record.id}
            record={record}
            image={loaded.kind === 'loaded' ? loaded.image : null}
            cropWidth={Math.max(160, (columnSize?.width ?? 452) - 130)}
            onNextLicense={onNextLicense}
            onRemove={remove}
            isReadAgain={job.state.kind !== 'done'}
            onReadAgain={() => void actions.retry([job.id])}
          />
        )}
      </div>
    </>
  )
}

const nowhere: readonly never[] = []

/** Fetches the image that comes next, so that going on is immediate. */
function usePreload(rows: readonly Row[], jobId: string): void {
  const at = rows.findIndex((row) => row.job.id === jobId)
  const next = rows.slice(at + 1, at + 200).find((row) => row.state.kind === 'look')?.job.id
  useEffect(() => {
    if (next !== undefined) new Image().src = imageUrl(next, 2000)
  }, [next])
}
