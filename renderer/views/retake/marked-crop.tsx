import { useCallback, useMemo } from 'react'
import { Drawing } from '../../parts/drawing.tsx'
import type { Size } from '../../state/image-geometry.ts'
import { type MarkedRegion, placeInto } from '../../state/marked-region.ts'
import styles from './retake-note.module.css'

const space = { width: 190, height: 120 }

/** A part of the image, upright, with a frame round what is wrong. */
export function MarkedCrop(props: {
  readonly image: HTMLImageElement
  /** Size of the image in whose pixels the region is given; the loaded one may be smaller. */
  readonly full: Size
  readonly turn: number
  readonly region: MarkedRegion
  readonly label: string
}) {
  const { image, full, turn, region, label } = props
  const placed = useMemo(() => placeInto(region.part, turn, space), [region, turn])
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { width, height, scale, middle } = placed
      context.translate(width / 2, height / 2)
      context.rotate((turn * Math.PI) / 180)
      context.scale(scale, scale)
      context.translate(-middle[0], -middle[1])
      context.drawImage(image, 0, 0, full.width, full.height)
      drawFrames(context, region.frames, scale)
    },
    [image, full, turn, region, placed],
  )
  const { width, height } = placed
  return (
    <Drawing width={width} height={height} label={label} className={styles['crop']} draw={draw} />
  )
}

function drawFrames(
  context: CanvasRenderingContext2D,
  frames: MarkedRegion['frames'],
  scale: number,
): void {
  for (const [color, thick] of [
    ['#ffffff', 5],
    ['#c2410c', 2.5],
  ] as const) {
    context.strokeStyle = color
    context.lineWidth = thick / scale
    context.lineJoin = 'round'
    for (const [first, ...others] of frames) {
      context.beginPath()
      context.moveTo(...first)
      for (const point of others) context.lineTo(...point)
      context.closePath()
      context.stroke()
    }
  }
}
