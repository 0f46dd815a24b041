import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point, Quad } from '../../../core/license/reading.ts'
import { Icon } from '../../parts/icon.tsx'
import type { LoadedImage } from '../../parts/use-loaded-image.ts'
import type { CardFrame } from '../../state/card-frames.ts'
import {
  boxAround,
  fit,
  fromPane,
  type ImagePlace,
  isOnLine,
  keepInSight,
  quarterTurn,
  showText,
  type Size,
  zoomAt,
} from '../../state/image-geometry.ts'
import { CardFrames } from './card-frames.tsx'
import { Hindered } from './hindered.tsx'
import styles from './image-pane.module.css'
import { useImageGestures } from './use-image-gestures.ts'
import { useSize } from './use-size.ts'

/** What the keyboard may ask of the pane from anywhere in the window. */
export interface ImageControls {
  readonly rotate: () => void
  readonly zoom: (factor: number) => void
  readonly fit: () => void
}

export interface ImagePaneProps {
  readonly name: string
  readonly loaded: LoadedImage
  /** Size of the upright image in whose pixels the boxes are; null when nothing was read. */
  readonly full: Size | null
  readonly turn: number
  /** Every place that was read; tells where the card is. */
  readonly places: readonly Quad[]
  /** Where there are several cards in the image; else empty. */
  readonly frames: readonly CardFrame[]
  /** Where something hindered the reading. */
  readonly hindered?: readonly Quad[]
  /** The places of the focused field. */
  readonly focused: readonly Quad[]
  readonly controls: React.RefObject<ImageControls | null>
  /** Lines of text that can be taken over by a click; empty as long as they are not known. */
  readonly lines: readonly Quad[]
  /** Somebody clicked at a point of the image; `adds`: what is there goes behind what stands. */
  readonly onTap: (point: Point, adds: boolean) => void
  /** The pointer passes over the image. */
  readonly onLook: () => void
}

const margin = 28

export function ImagePane(props: ImagePaneProps) {
  const { t } = useTranslation()
  const pane = useRef<HTMLDivElement>(null)
  const paneSize = useSize(pane)
  const { loaded } = props
  return (
    <div
      ref={pane}
      className={styles['pane']}
      role="group"
      aria-label={t('image')}
      data-pane="image"
      tabIndex={-1}
    >
      {loaded.kind === 'loaded' && paneSize !== null && (
        <PlacedImage
          key={`${loaded.image.src} ${selectedIn(props.frames)?.id ?? ''}`}
          {...props}
          image={loaded.image}
          pane={paneSize}
          host={pane}
        />
      )}
      {loaded.kind === 'loading' && <p className={styles['quiet']}>{t('imageLoading')}</p>}
      {loaded.kind === 'failed' && (
        <div className={styles['broken']} role="status">
          <Icon name="alert" size={28} />
          <b>{t('imageFailed')}</b>
          {props.full !== null && <span>{t('imageFailedText')}</span>}
        </div>
      )}
    </div>
  )
}

function PlacedImage(
  props: ImagePaneProps & {
    readonly image: HTMLImageElement
    readonly pane: Size
    readonly host: React.RefObject<HTMLDivElement | null>
  },
) {
  const { t } = useTranslation()
  const { image, pane, places, frames, focused, turn, controls } = props
  const full = useMemo(
    () => props.full ?? { width: image.naturalWidth, height: image.naturalHeight },
    [props.full, image],
  )
  const atFirst = useCallback(
    () => fit(pane, full, turn, margin, partOf(frames, places, full)),
    [pane, full, turn, frames, places],
  )
  const [place, setPlace] = useState<ImagePlace>(atFirst)
  const [touched, setTouched] = useState(false)
  const [gliding, setGliding] = useState(false)
  const change = useCallback(
    (next: (before: ImagePlace) => ImagePlace) => {
      setTouched(true)
      setGliding(false)
      setPlace((before) => keepInSight(next(before), pane, full))
    },
    [pane, full],
  )
  const middle: Point = [pane.width / 2, pane.height / 2]
  const fitWhole = () => {
    setTouched(false)
    setPlace((before) => fit(pane, full, before.turn, margin))
  }

  // Laid anew when the pane has another size, and when the reading tells how the card lies.
  const isRead = places.length > 0
  useLayoutEffect(() => {
    if (!touched) setPlace(atFirst())
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pane, turn, isRead])

  useEffect(() => {
    if (focused.length === 0) return
    setGliding(true)
    setPlace((before) => showText(before, pane, full, focused))
  }, [focused, pane, full])

  useLayoutEffect(() => {
    controls.current = {
      rotate: () => change((before) => quarterTurn(before, pane)),
      zoom: (factor) => change((before) => zoomAt(before, middle, factor)),
      fit: fitWhole,
    }
    return () => {
      controls.current = null
    }
  })
  const [pointed, setPointed] = useState<Quad | null>(null)
  useImageGestures(props.host, change, {
    onTap: (point, adds) => props.onTap(fromPane(place, full, point), adds),
    onPoint: (point) => {
      if (point !== null) props.onLook()
      const at = point === null ? null : fromPane(place, full, point)
      setPointed((at && props.lines.find((line) => isOnLine(line, at))) ?? null)
    },
  })

  const transform = `translate(${place.x - full.width / 2}px, ${place.y - full.height / 2}px) rotate(${place.turn}deg) scale(${place.scale})`
  return (
    <>
      <div
        className={styles['layer']}
        data-gliding={gliding}
        style={{ width: full.width, height: full.height, transform }}
      >
        <img src={image.src} alt={t('imageOf', { name: props.name })} draggable={false} />
        {frames.length > 0 && (
          <CardFrames frames={frames} full={full} scale={place.scale} turn={place.turn} />
        )}
        {pointed !== null && (
          <svg
            className={styles['pointed']}
            viewBox={`0 0 ${full.width} ${full.height}`}
            aria-hidden="true"
          >
            <polygon
              points={grown(pointed)
                .map((point) => point.join(','))
                .join(' ')}
              style={{ strokeWidth: 1.5 / place.scale }}
            />
          </svg>
        )}
        <Hindered places={props.hindered ?? []} full={full} scale={place.scale} />
        {focused.length > 0 && (
          <svg
            className={styles['focused']}
            viewBox={`0 0 ${full.width} ${full.height}`}
            aria-hidden="true"
          >
            {focused.map((quad) => (
              <polygon
                key={quad.join(' ')}
                points={grown(quad)
                  .map((point) => point.join(','))
                  .join(' ')}
                style={{ strokeWidth: 2 / place.scale }}
              />
            ))}
          </svg>
        )}
      </div>
      <div className={styles['tools']} role="toolbar" aria-label={t('image')}>
        <button
          type="button"
          aria-label={t('zoomOut')}
          title={`${t('zoomOut')}  −`}
          onClick={() => controls.current?.zoom(1 / 1.25)}
        >
          <Icon name="minus" />
        </button>
        <output aria-live="off">{Math.round(place.scale * 100)}%</output>
        <button
          type="button"
          aria-label={t('zoomIn')}
          title={`${t('zoomIn')}  +`}
          onClick={() => controls.current?.zoom(1.25)}
        >
          <Icon name="plus" />
        </button>
        <button type="button" title={`${t('fit')}  0`} onClick={fitWhole}>
          {t('fit')}
        </button>
        <button
          type="button"
          title={t('actualSizeLabel')}
          onClick={() => change((before) => zoomAt(before, middle, 1 / before.scale))}
        >
          {t('actualSize')}
        </button>
        <button
          type="button"
          title={`${t('rotate')}  R`}
          onClick={() => controls.current?.rotate()}
        >
          <Icon name="turn" /> {t('rotate')}
        </button>
      </div>
    </>
  )
}

const selectedIn = (frames: readonly CardFrame[]): CardFrame | undefined =>
  frames.find(({ isSelected }) => isSelected)

/** The selected of several cards, or where the only one probably is. */
function partOf(frames: readonly CardFrame[], places: readonly Quad[], full: Size) {
  const selected = selectedIn(frames)
  return selected === undefined ? cardIn(places, full) : boxAround(selected.card)
}

/** Where the card probably is, from what was read on it; undefined when it fills the image anyway. */
function cardIn(places: readonly Quad[], full: Size) {
  if (places.length < 4) return undefined
  const box = boxAround(places.flat())
  const wide = box.right - box.left
  const high = box.bottom - box.top
  if (wide * high > 0.42 * full.width * full.height) return undefined
  const rim = Math.max(wide, high) * 0.24
  return {
    left: Math.max(0, box.left - rim),
    top: Math.max(0, box.top - rim),
    right: Math.min(full.width, box.right + rim),
    bottom: Math.min(full.height, box.bottom + rim),
  }
}

/** A little room around the text, so that the frame does not cover it. */
function grown(quad: Quad): readonly Point[] {
  const [topLeft, topRight, , bottomLeft] = quad
  const high = Math.hypot(bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1])
  const wide = Math.hypot(topRight[0] - topLeft[0], topRight[1] - topLeft[1])
  if (high === 0 || wide === 0) return quad
  const room = high * 0.18
  const across: Point = [
    ((topRight[0] - topLeft[0]) / wide) * room,
    ((topRight[1] - topLeft[1]) / wide) * room,
  ]
  const down: Point = [
    ((bottomLeft[0] - topLeft[0]) / high) * room,
    ((bottomLeft[1] - topLeft[1]) / high) * room,
  ]
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const
  return quad.map((point, index): Point => {
    const [a, d] = signs[index] ?? [0, 0]
    return [point[0] + a * across[0] + d * down[0], point[1] + a * across[1] + d * down[1]]
  })
}
