import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { imageUrl } from '../../api/desk.ts'
import { Icon } from '../../parts/icon.tsx'
import styles from './page-grid.module.css'

/** Milliseconds that a page is in sight before it is drawn: what only flies past costs nothing. */
const glance = 120

interface PageTileProps {
  readonly document: string
  readonly page: number
  readonly count: number
  readonly isChosen: boolean
  readonly isCurrent: boolean
  /** `''` where there is nothing to tell. */
  readonly note: string
  readonly onClick: (event: React.MouseEvent) => void
}

/** A page, small, with its number. */
export function PageTile(props: PageTileProps) {
  const { t } = useTranslation()
  const { document, page, count, isChosen, isCurrent, note, onClick } = props
  const [state, picture] = usePicture(imageUrl(`${document}/${page}`, 256))
  return (
    // The grid has the keys and the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`page-${page}`}
      className={styles['tile']}
      role="option"
      aria-selected={isChosen}
      aria-posinset={page}
      aria-setsize={count}
      data-current={isCurrent}
      data-picture={state}
      onClick={onClick}
    >
      <span className={styles['number']}>
        {page}
        {note !== '' && <small>{note}</small>}
      </span>
      <span className={styles['paper']}>
        {state === 'failed' ? (
          <span className={styles['failed']}>
            <Icon name="alert" size={16} />
            {t('pageNotDrawn')}
          </span>
        ) : (
          <img ref={picture} alt="" draggable={false} />
        )}
        {isChosen && (
          <span className={styles['mark']}>
            <Icon name="check" size={14} />
          </span>
        )}
      </span>
    </div>
  )
}

type PictureState = 'loading' | 'loaded' | 'failed'

/** Asks for a picture once it has been in sight for a moment, and no longer once it is not. */
function usePicture(address: string) {
  const [state, setState] = useState<PictureState>('loading')
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const image = picture.current
    if (image === null) return undefined
    const loaded = () => setState('loaded')
    const failed = () => setState('failed')
    image.addEventListener('load', loaded)
    image.addEventListener('error', failed)
    const timer = setTimeout(() => {
      image.src = address
    }, glance)
    return () => {
      clearTimeout(timer)
      image.removeEventListener('load', loaded)
      image.removeEventListener('error', failed)
      // Whoever draws it hears that nobody waits for it any more.
      image.removeAttribute('src')
    }
  }, [address])
  return [state, picture] as const
}
