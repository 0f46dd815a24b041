import { useEffect, useMemo, useRef } from 'react'
import type { Quad } from '../../core/license/reading.ts'
import { planCrop, type Strip } from '../state/crop-plan.ts'
import type { Size } from '../state/image-geometry.ts'
import styles from './crop.module.css'

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
  const canvas = useRef<HTMLCanvasElement>(null)
  const strips = useMemo(
    () => planCrop(boxes, text, cropHeight, maxWidth, scale),
    [boxes, text, maxWidth, scale],
  )
  const width = Math.max(0, ...strips.map((strip) => strip.width))
  const height = strips.reduce((sum, strip) => sum + strip.height + gap, -gap)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context && width > 0) draw(context, image, full, strips, width, height)
  }, [image, full, strips, width, height])
  if (strips.length === 0) return null
  return (
    <canvas
      ref={canvas}
      className={styles['crop']}
      role="img"
      aria-label={label}
      style={{ width, height }}
    />
  )
}

function draw(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  full: Size,
  strips: readonly Strip[],
  width: number,
  height: number,
): void {
  const density = window.devicePixelRatio || 1
  context.canvas.width = Math.round(width * density)
  context.canvas.height = Math.round(height * density)
  context.imageSmoothingQuality = 'high'
  let top = 0
  for (const strip of strips) {
    context.save()
    context.scale(density, density)
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
