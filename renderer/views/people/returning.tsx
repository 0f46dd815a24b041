import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeenRecord } from '../../../core/ipc/people.ts'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { Icon } from '../../parts/icon.tsx'
import { changesBetween } from '../../../core/people/changes.ts'
import { groupIdNumber, maskInGroups } from '../../state/id-number.ts'
import { localDay } from '../../state/instants.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { Changes } from './changes.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { Parts } from './parts.tsx'
import styles from './people.module.css'
import { useSeen } from './use-seen.ts'

export interface ReturningProps {
  readonly record: LicenseRecord
  /** At first only that the person was seen before is told, in a line that opens. */
  readonly isBrief?: boolean
  /** Opens another record of the person; where there is none nothing is offered. */
  readonly onOpen?: (recordId: string) => void
  /** Records were merged, or taken apart: the one that stands now. */
  readonly onMerged?: (recordId: string) => void
}

/** A customer who comes again: what changed since, what may be one person, and what was merged. */
export function Returning({ record, isBrief = false, onOpen, onMerged }: ReturningProps) {
  const { t } = useTranslation()
  const license = licenseOf(record)
  const [seen, askAgain] = useSeen(record.id, license)
  const [merging, setMerging] = useState<readonly SeenRecord[] | null>(null)
  if (seen === null) return null
  const { parts, same, sameCount, alike } = seen
  if (parts.length + same.length + alike.length === 0) return null
  // The one right before it, or the first one after it where it is itself the oldest.
  const earlier = same.find(({ readAt }) => readAt < record.readAt)
  const last = earlier ?? same.at(-1)
  const own: SeenRecord = {
    id: record.id,
    readAt: record.readAt,
    source: record.source.name,
    license,
  }
  const done = (into: string) => {
    setMerging(null)
    askAgain()
    onMerged?.(into)
  }
  const [before, now] =
    earlier === undefined ? [license, last?.license ?? license] : [earlier.license, license]
  const changed = changesBetween(before, now).length
  const told = last !== undefined && (
    <span className={styles['head']}>
      <Icon name="records" size={15} /> <strong>{t('seenBefore')}</strong>{' '}
      <span>
        {t(earlier === undefined ? 'seenLater' : 'seenTimes', {
          day: localDay(last.readAt),
          count: sameCount,
        })}
      </span>
      {isBrief && (
        <b data-tone={changed === 0 ? 'none' : 'look'}>
          {changed === 0 ? t('seenUnchanged') : t('seenChanges', { count: changed })}
        </b>
      )}
    </span>
  )
  const body = (
    <>
      {last !== undefined && (
        <>
          {!isBrief && told}
          <Changes before={before} now={now} />
          <div className={styles['buttons']}>
            {onOpen !== undefined && (
              <Button size="xs" variant="default" onClick={() => onOpen(last.id)}>
                {t('openLast')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setMerging(same)}>
              {t('mergeThese')}
            </Button>
          </div>
        </>
      )}
      {alike.length > 0 && <Alike alike={alike} onCompare={(one) => setMerging([one])} />}
      {parts.length > 0 && <Parts parts={parts} onParted={() => done(record.id)} />}
    </>
  )
  return (
    <section className={styles['returning']} data-brief={isBrief} aria-label={t('seenBefore')}>
      {isBrief && told !== false ? (
        <details>
          <summary>{told}</summary>
          <div className={styles['opened']}>{body}</div>
        </details>
      ) : (
        body
      )}
      <MergeDialog
        own={own}
        others={merging ?? []}
        opened={merging !== null}
        onClose={() => setMerging(null)}
        onMerged={done}
      />
    </section>
  )
}

function Alike(props: {
  readonly alike: readonly SeenRecord[]
  readonly onCompare: (one: SeenRecord) => void
}) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { maskNumbers } = useStore(settings)
  return (
    <div className={styles['alike']}>
      <p className={styles['head']} data-tone="look">
        <Icon name="alert" size={15} /> <strong>{t('alikeTitle')}</strong>{' '}
        <span>{t('alikeText')}</span>
      </p>
      <ul>
        {props.alike.map((one) => {
          const number = one.license.id_num
          return (
            <li key={one.id}>
              <span className={styles['number']}>
                {maskNumbers ? maskInGroups(number) : groupIdNumber(number)}
              </span>
              <time dateTime={one.readAt}>{localDay(one.readAt)}</time>
              <Button size="xs" variant="default" onClick={() => props.onCompare(one)}>
                {t('alikeCompare')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
