import { useEffect, useRef } from 'react'
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
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = placeInto(region.part, turn, space)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draw(context, image, full, turn, region)
  }, [image, full, turn, region])
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
  turn: number,
  { part, frames }: MarkedRegion,
): void {
  const density = window.devicePixelRatio || 1
  const { width, height, scale, middle } = placeInto(part, turn, space)
  context.canvas.width = Math.round(width * density)
  context.canvas.height = Math.round(height * density)
  context.imageSmoothingQuality = 'high'
  context.scale(density, density)
  context.translate(width / 2, height / 2)
  context.rotate((turn * Math.PI) / 180)
  context.scale(scale, scale)
  context.translate(-middle[0], -middle[1])
  context.drawImage(image, 0, 0, full.width, full.height)
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
