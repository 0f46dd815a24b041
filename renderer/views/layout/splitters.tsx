import { useCallback, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../core/settings/settings.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './splitters.module.css'

type Pane = 'list' | 'fields'

const variables = { list: '--list-width', fields: '--fields-width' } as const
const bounds = { list: [190, 640], fields: [340, 1000] } as const
const settingOf = { list: 'listWidth', fields: 'fieldsWidth' } as const satisfies Record<
  Pane,
  keyof Settings
>
/** Pixels by which an arrow key moves the border. */
const step = 16

/** The borders between list, image and fields: to be dragged, or moved by the arrow keys; how they stand is kept. */
export function Splitters() {
  return (
    <>
      <Splitter pane="list" />
      <Splitter pane="fields" />
    </>
  )
}

/** Whose columns the panes are; the borders lie in the middle one. */
const hostOf = (border: HTMLElement | null): HTMLElement | null =>
  border?.closest('main')?.parentElement ?? null

function Splitter({ pane }: { readonly pane: Pane }) {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const kept = useStore(settings)[settingOf[pane]]
  const border = useRef<HTMLDivElement>(null)
  const dragged = useRef<number | null>(null)
  const show = useCallback(
    (width: number) => {
      const host = hostOf(border.current)
      if (width === 0) host?.style.removeProperty(variables[pane])
      else host?.style.setProperty(variables[pane], `${width}px`)
    },
    [pane],
  )
  useLayoutEffect(() => show(kept), [kept, show])
  const [least, most] = bounds[pane]
  const keep = (width: number) => {
    const whole = width === 0 ? 0 : Math.round(Math.min(most, Math.max(least, width)))
    show(whole)
    void actions.set({ [settingOf[pane]]: whole })
  }
  /** How wide the pane is now, in pixels. */
  const widthNow = (): number => {
    const columns = getComputedStyle(hostOf(border.current) ?? document.body)
      .gridTemplateColumns.split(' ')
      .map((column) => Number.parseFloat(column))
    return Math.round((pane === 'list' ? columns[0] : columns.at(-1)) ?? least)
  }
  const outward = pane === 'list' ? 1 : -1
  return (
    <div
      ref={border}
      className={styles['splitter']}
      data-splitter={pane}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(pane === 'list' ? 'listWidth' : 'fieldsWidth')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={kept === 0 ? bounds[pane][0] : kept}
      aria-valuetext={kept === 0 ? t('widthAutomatic') : `${kept}`}
      title={t('widthHint')}
      onDoubleClick={() => keep(0)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
        if (by !== undefined) keep(widthNow() + outward * by)
        else if (event.key === 'Home') keep(0)
        else return
        event.preventDefault()
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        dragged.current = widthNow() - outward * event.clientX
      }}
      onPointerMove={(event) => {
        if (dragged.current !== null)
          show(Math.min(most, Math.max(least, dragged.current + outward * event.clientX)))
      }}
      onPointerUp={() => {
        if (dragged.current === null) return
        dragged.current = null
        keep(widthNow())
      }}
      onPointerCancel={() => {
        dragged.current = null
        show(kept)
      }}
    />
  )
}
