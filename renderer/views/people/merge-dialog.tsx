import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeenRecord } from '../../../core/ipc/people.ts'
import { kinshipOf } from '../../../core/people/same-person.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { tell, tellDone } from '../../parts/tell.ts'
import { localMinute } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import { Changes } from './changes.tsx'
import { SmallImage } from './parts.tsx'
import styles from './people.module.css'

interface MergeProps {
  readonly own: SeenRecord
  readonly others: readonly SeenRecord[]
  readonly onClose: () => void
  readonly onMerged: (into: string) => void
}

/** Shows records beside each other before they are merged, which nothing but this does. */
export function MergeDialog({ opened, ...rest }: MergeProps & { readonly opened: boolean }) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={rest.onClose} size={640} title={t('mergeTitle')}>
      <Question {...rest} />
    </Dialog>
  )
}

function Question({ own, others, onClose, onMerged }: MergeProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [isBusy, setBusy] = useState(false)
  const all = [own, ...others].toSorted((one, other) => (one.readAt < other.readAt ? 1 : -1))
  const [head, ...older] = all
  if (head === undefined) return null
  const isAlike = others.some(({ license }) => kinshipOf(own.license, license) === 'alike')
  const merge = async () => {
    setBusy(true)
    const into = await actions.merge(all.map(({ id }) => id))
    setBusy(false)
    if (into === null) {
      tell(t('mergeFailed'))
      onClose()
      return
    }
    tellDone(t('merged', { count: all.length }), t('mergedText'))
    onMerged(into)
  }
  return (
    <div className={styles['body']}>
      <div className={styles['beside']}>
        {all.map((one) => (
          <figure key={one.id} data-stands={one === head}>
            <SmallImage one={one} size={512} />
            <figcaption>
              {localMinute(one.readAt)} {one === head && <em>{t('mergeStands')}</em>}
              <small>{one.source}</small>
            </figcaption>
          </figure>
        ))}
      </div>
      {older.slice(0, 1).map((one) => (
        <Changes key={one.id} before={one.license} now={head.license} />
      ))}
      <p>{t('mergeText')}</p>
      {isAlike && (
        <p className={styles['warn']} role="note">
          {t('mergeAlikeText')}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button variant="default" loading={isBusy} onClick={() => void merge()}>
          {t('mergeYes')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('mergeNo')}
        </Button>
      </div>
    </div>
  )
}
