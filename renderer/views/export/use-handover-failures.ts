import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { tell } from '../../parts/tell.ts'

/** Tells why a license that was just confirmed did not get to where another program takes it up. */
export function useHandoverFailures(): void {
  const { t } = useTranslation()
  const language = useLanguage()
  const { onHandoverFailed } = useSession()
  useEffect(
    () =>
      onHandoverFailed((outcome) => {
        if (outcome.kind !== 'failed') return tell(t('handoverFailed'), t('lockedTitle'))
        const { remedy, reason } = exportAdviceOf(outcome.reason, language)
        tell(t('handoverFailed'), `${reason}${language === 'zh' ? '。' : '. '}${remedy}`)
      }),
    [onHandoverFailed, t, language],
  )
}
