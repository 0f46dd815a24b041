import { type RefObject, useEffect } from 'react'
import { useLatest } from '../../parts/use-latest.ts'
import type { Point } from '../../../core/license/reading.ts'
import { type ImagePlace, zoomAt } from '../../state/image-geometry.ts'

/** Pixels that a finger or hand may move while it only points. */
const still = 4

/** Wheel and pinch zoom at the pointer, drag moves; a click, and a pointer that only passes, tell where. */
export function useImageGestures(
  host: RefObject<HTMLElement | null>,
  change: (next: (before: ImagePlace) => ImagePlace) => void,
  pointing: {
    readonly onTap: (point: Point, adds: boolean) => void
    readonly onPoint: (point: Point | null) => void
  },
): void {
  const latest = useLatest(pointing)
  useEffect(() => {
    const pane = host.current
    if (pane === null) return
    const fingers = new Map<number, Point>()
    let pressed: Point | null = null
    const inPane = (event: MouseEvent): Point => {
      const edge = pane.getBoundingClientRect()
      return [event.clientX - edge.left, event.clientY - edge.top]
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
      // A pinch on a touch pad comes as a wheel with ctrlKey and small steps.
      const speed = event.ctrlKey ? 0.01 : 0.0016
      const factor = Math.exp(-event.deltaY * lines * speed)
      const point = inPane(event)
      change((before) => zoomAt(before, point, factor))
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || onTool(event.target)) return
      pane.setPointerCapture(event.pointerId)
      fingers.set(event.pointerId, inPane(event))
      pressed = fingers.size === 1 ? inPane(event) : null
    }
    /** Whoever writes in a field points at a line for it: the field keeps the keyboard. */
    const onMouseDown = (event: MouseEvent) => {
      if (!onTool(event.target) && document.activeElement?.closest('[data-pane=fields]'))
        event.preventDefault()
    }
    const onMove = (event: PointerEvent) => {
      const from = fingers.get(event.pointerId)
      if (from === undefined) return latest.current.onPoint(inPane(event))
      const to = inPane(event)
      if (pressed !== null && distance(pressed, to) <= still) return
      pressed = null
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
      fingers.set(event.pointerId, to)
      if (other === undefined)
        change((before) => ({
          ...before,
          x: before.x + to[0] - from[0],
          y: before.y + to[1] - from[1],
        }))
      else {
        const spread = (point: Point) =>
          Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]))
        change((before) => zoomAt(before, other, spread(to) / spread(from)))
      }
    }
    const onUp = (event: PointerEvent) => {
      fingers.delete(event.pointerId)
      if (pressed !== null && event.type === 'pointerup')
        latest.current.onTap(pressed, event.shiftKey)
      pressed = null
    }
    const onOut = () => latest.current.onPoint(null)
    pane.addEventListener('wheel', onWheel, { passive: false })
    pane.addEventListener('pointerdown', onDown)
    pane.addEventListener('pointermove', onMove)
    pane.addEventListener('pointerup', onUp)
    pane.addEventListener('pointercancel', onUp)
    pane.addEventListener('pointerleave', onOut)
    pane.addEventListener('mousedown', onMouseDown)
    return () => {
      pane.removeEventListener('wheel', onWheel)
      pane.removeEventListener('pointerdown', onDown)
      pane.removeEventListener('pointermove', onMove)
      pane.removeEventListener('pointerup', onUp)
      pane.removeEventListener('pointercancel', onUp)
      pane.removeEventListener('pointerleave', onOut)
      pane.removeEventListener('mousedown', onMouseDown)
    }
  }, [latest, host, change])
}

const distance = (one: Point, other: Point): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1])

const onTool = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null
