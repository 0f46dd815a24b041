import type { Quad, Reading } from '../../../core/license/reading.ts'
import { imageUrl } from '../../api/desk.ts'
import { isOfSeveral } from '../../state/card-frames.ts'
import { boxAround, fit, type Size } from '../../state/image-geometry.ts'
import type { Row } from '../../state/rows.ts'
import styles from './list-row.module.css'

/** A small picture of the image, or of one card of several in it. */
export function Thumb({ row }: { readonly row: Row }) {
  const isSeen = row.state.kind !== 'queued' && row.state.kind !== 'reading'
  const image = row.record?.reading.image
  const card = isOfSeveral(row) ? image?.card : undefined
  const cut = image === undefined || card === undefined ? undefined : cutTo(card, image)
  return (
    <span className={styles['thumb']}>
      {isSeen && (
        <img
          src={imageUrl(row.job.id, cut === undefined ? 128 : 512)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          {...(cut === undefined
            ? { 'data-turn': image?.turn ?? 0 }
            : { 'data-cut': true, style: cut })}
          onError={(event) => {
            event.currentTarget.hidden = true
          }}
        />
      )}
    </span>
  )
}

const room: Size = { width: 62, height: 42 }

/** Lays an image so that one card fills the thumbnail. */
function cutTo(card: Quad, { turn, ...full }: Reading['image']): React.CSSProperties {
  const place = fit(room, full, turn, 0, boxAround(card))
  const [x, y] = [place.x - full.width / 2, place.y - full.height / 2]
  return {
    width: full.width,
    height: full.height,
    transform: `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${place.scale})`,
  }
}
