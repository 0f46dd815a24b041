import type { CardFrame } from '../../state/card-frames.ts'
import type { Size } from '../../state/image-geometry.ts'
import styles from './card-frames.module.css'

/** A numbered frame around each card. */
export function CardFrames(props: {
  readonly frames: readonly CardFrame[]
  readonly full: Size
  /** Pixels of the pane per pixel of the image: lines and numbers are as large at any zoom. */
  readonly scale: number
  /** How the image is turned: numbers stay upright. */
  readonly turn: number
}) {
  const { frames, full, scale, turn } = props
  const across = 1 / scale
  // The selected one last, so that its line is not covered.
  const inOrder = frames.toSorted((one, other) => Number(one.isSelected) - Number(other.isSelected))
  return (
    <svg
      className={styles['frames']}
      viewBox={`0 0 ${full.width} ${full.height}`}
      aria-hidden="true"
    >
      {inOrder.map(({ id, index, card, isSelected }) => {
        const [x, y] = card[0]
        return (
          <g key={id} data-selected={isSelected} data-card={index}>
            <polygon
              points={card.map((point) => point.join(',')).join(' ')}
              style={{ strokeWidth: (isSelected ? 3 : 1.5) * across }}
            />
            <g transform={`translate(${x} ${y}) rotate(${-turn}) scale(${across})`}>
              <circle r={12} />
              <text dy="0.36em">{index}</text>
            </g>
          </g>
        )
      })}
    </svg>
  )
}
