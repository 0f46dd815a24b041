import type { Quad } from '../../../core/license/reading.ts'
import type { Size } from '../../state/image-geometry.ts'
import styles from './hindered.module.css'

/** A dashed frame round each place that was hard to read, as glare. */
export function Hindered(props: {
  readonly places: readonly Quad[]
  readonly full: Size
  /** Pixels of the pane per pixel of the image: the line is as thick at any zoom. */
  readonly scale: number
}) {
  const { places, full, scale } = props
  if (places.length === 0) return null
  return (
    <svg
      className={styles['places']}
      viewBox={`0 0 ${full.width} ${full.height}`}
      aria-hidden="true"
    >
      {places.map((place) => {
        const points = place.map((point) => point.join(',')).join(' ')
        return (
          <g key={points} data-hindered>
            <polygon points={points} style={{ strokeWidth: 4 / scale }} />
            <polygon
              points={points}
              style={{ strokeWidth: 2 / scale, strokeDasharray: `${7 / scale} ${5 / scale}` }}
            />
          </g>
        )
      })}
    </svg>
  )
}
