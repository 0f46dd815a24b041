import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeenRecord } from '../../../core/ipc/people.ts'
import { imageUrl } from '../../api/desk.ts'
import { Icon } from '../../parts/icon.tsx'
import { tellDone } from '../../parts/tell.ts'
import { localMinute } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import styles from './people.module.css'

/** What was merged into a record, each with its image, and the way back. */
export function Parts(props: {
  readonly parts: readonly SeenRecord[]
  readonly onParted: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const part = async (id: string) => {
    await actions.part(id)
    tellDone(t('parted'))
    props.onParted()
  }
  return (
    <div className={styles['parts']}>
      <p className={styles['head']}>
        <Icon name="cards" size={15} />{' '}
        <strong>{t('partsTitle', { count: props.parts.length })}</strong>
      </p>
      <ul>
        {props.parts.map((one) => {
          const at = localMinute(one.readAt)
          return (
            <li key={one.id}>
              <SmallImage one={one} size={128} />
              <span className={styles['grow']}>
                {at} <small>{one.source}</small>
              </span>
              <Button
                size="xs"
                variant="default"
                aria-label={t('partOf', { at })}
                onClick={() => void part(one.id)}
              >
                {t('part')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The image of a record, or what says that it is gone. */
export function SmallImage({ one, size }: { readonly one: SeenRecord; readonly size: 128 | 512 }) {
  const { t } = useTranslation()
  const [isGone, setGone] = useState(false)
  if (isGone)
    return (
      <span className={styles['gone']}>
        <Icon name="file" size={16} />
        <small>{t('mergeNoImage')}</small>
      </span>
    )
  return (
    <img
      src={imageUrl(one.id, size)}
      alt={t('imageOf', { name: one.license.name === '' ? t('unnamed') : one.license.name })}
      draggable={false}
      onError={() => setGone(true)}
    />
  )
}
