import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lawAsOf } from '../../../core/license/law.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { notOnCard, type NotOnCard } from '../../../core/verdict/school.ts'
import type { Verdict } from '../../../core/verdict/verdict.ts'
import { sayVerdictReason } from '../../../core/words/say-verdict.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { AddDialog } from './add-dialog.tsx'
import { Courses } from './courses.tsx'
import { lightIcons, lightTones } from './light-mark.tsx'
import { useVerdict } from './use-verdict.ts'
import styles from './verdict-pane.module.css'

/** What the license is good for, why not, and what the card cannot tell; nothing where nobody asked. */
export function VerdictPane({ record }: { readonly record: LicenseRecord }) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { purpose } = useStore(settings)
  const verdict = useVerdict(record)
  if (purpose.kind === 'none') return null
  return (
    <section className={styles['pane']} aria-label={t('verdictOf')}>
      {verdict === undefined ? (
        <p className={styles['open']}>{t('datesMissing')}</p>
      ) : (
        <Given verdict={verdict} record={record} />
      )}
    </section>
  )
}

function Given({ verdict, record }: { readonly verdict: Verdict; readonly record: LicenseRecord }) {
  const { t } = useTranslation()
  const { kind, light, reasons } = verdict
  const language = useLanguage()
  return (
    <>
      <div
        className={styles['light']}
        data-tone={lightTones[light]}
        data-light={light}
        role="status"
      >
        <Icon name={lightIcons[light]} size={18} />
        <strong>{wordsIn(language)(`verdict:${kind}.${light}`)}</strong>
        <Days />
      </div>
      <div className={styles['why']}>
        {reasons.length > 0 && (
          <ul className={styles['reasons']}>
            {reasons.map((reason) => (
              <li key={reason.kind} data-tone={lightTones[reason.light]}>
                {sayVerdictReason(reason, language)}
              </li>
            ))}
          </ul>
        )}
        {kind === 'rental' && light === 'green' && (
          <p className={styles['calm']}>{t('verdictGreenText')}</p>
        )}
        {kind === 'school' && <Courses courses={verdict.courses} />}
        <Source kind={kind} />
        {kind === 'rental' && <Add record={record} note={noteIn(verdict)} />}
      </div>
    </>
  )
}

function Days() {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { purpose } = useStore(settings)
  if (purpose.kind !== 'rental' || purpose.wish === null) return null
  return <span className={styles['days']}>{t('verdictDays', purpose.wish)}</span>
}

const notShown = {
  rental: ['points', 'suspended'],
  school: notOnCard,
} as const satisfies Record<Verdict['kind'], readonly NotOnCard[]>

/** By what it was judged, and what no card shows. */
function Source({ kind }: { readonly kind: Verdict['kind'] }) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const what = notShown[kind]
    .map((each) => say(`verdict:notOnCard.${each}`))
    .join(say('verdict:piece'))
  return (
    <p className={styles['source']}>
      {t('notShownOnCard', { what })}{' '}
      {t(kind === 'rental' ? 'verdictSource' : 'verdictSourceSchool', { asOf: lawAsOf })}
    </p>
  )
}

/** What stands on the do-not-rent list about the holder; nothing of somebody who is not on it. */
const noteIn = ({ reasons }: Verdict): string | undefined =>
  reasons.find((reason) => reason.kind === 'do-not-rent')?.note

function Add(props: { readonly record: LicenseRecord; readonly note: string | undefined }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" className={styles['way']} onClick={() => setOpened(true)}>
        {t(props.note === undefined ? 'doNotRentAdd' : 'doNotRentChange')}
      </button>
      <AddDialog opened={opened} {...props} onClose={() => setOpened(false)} />
    </>
  )
}
