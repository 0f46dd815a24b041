import { useEffect, useRef } from 'react'

/** What the page draws by itself, as sharp as the screen is. */
export function Drawing(props: {
  /** Width and height in pixels of the page. */
  readonly width: number
  readonly height: number
  readonly label: string
  readonly className: string | undefined
  /** Draws in pixels of the page; another one has all of it drawn again. */
  readonly draw: (context: CanvasRenderingContext2D) => void
}) {
  const { width, height, label, className, draw } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context == null) return
    const density = window.devicePixelRatio || 1
    context.canvas.width = Math.round(width * density)
    context.canvas.height = Math.round(height * density)
    context.imageSmoothingQuality = 'high'
    context.scale(density, density)
    draw(context)
  }, [width, height, draw])
  return (
    <canvas
      ref={canvas}
      className={className}
      role="img"
      aria-label={label}
      style={{ width, height }}
    />
  )
}
