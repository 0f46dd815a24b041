import { useCallback, useMemo } from 'react'
import type { Quad } from '../../core/license/reading.ts'
import { planCrop, type Strip } from '../state/crop-plan.ts'
import type { Size } from '../state/image-geometry.ts'
import styles from './crop.module.css'
import { Drawing } from './drawing.tsx'

const gap = 3
/** Of a strip, in pixels. */
export const cropHeight = 32

/** The place of a field cut out of the image, upright and at reading size. */
export function Crop(props: {
  readonly image: HTMLImageElement
  /** Size of the image in whose pixels the boxes are given; the loaded one may be smaller. */
  readonly full: Size
  readonly boxes: readonly Quad[]
  /** What was read there. */
  readonly text: string
  readonly label: string
  readonly maxWidth: number
  /** Drawn pixels to the pixel of the image; else lines are drawn at the height of a line of text. */
  readonly scale?: number
}) {
  const { image, full, boxes, text, label, maxWidth, scale } = props
  const strips = useMemo(
    () => planCrop(boxes, text, cropHeight, maxWidth, scale),
    [boxes, text, maxWidth, scale],
  )
  const width = Math.max(0, ...strips.map((strip) => strip.width))
  const height = strips.reduce((sum, strip) => sum + strip.height + gap, -gap)
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawStrips(context, image, full, strips),
    [image, full, strips],
  )
  if (strips.length === 0) return null
  return (
    <Drawing width={width} height={height} label={label} className={styles['crop']} draw={draw} />
  )
}

function drawStrips(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  full: Size,
  strips: readonly Strip[],
): void {
  let top = 0
  for (const strip of strips) {
    context.save()
    context.beginPath()
    context.rect(0, top, strip.width, strip.height)
    context.clip()
    context.translate(0, top)
    const [ax, ay] = strip.across
    const [dx, dy] = strip.down
    const area = ax * dy - ay * dx
    if (area !== 0) {
      // The inverse of (drawn → image), so that the image lands where the strip says.
      context.transform(dy / area, -ay / area, -dx / area, ax / area, 0, 0)
      context.translate(-strip.origin[0], -strip.origin[1])
      context.drawImage(image, 0, 0, full.width, full.height)
    }
    context.restore()
    top += strip.height + gap
  }
}
