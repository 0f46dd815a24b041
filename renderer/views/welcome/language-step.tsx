import { useTranslation } from 'react-i18next'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { CardChoice } from './card-choice.tsx'

/** Each language by its own name, so that whoever cannot read the other finds it. */
export function LanguageStep() {
  const { t } = useTranslation()
  const { actions } = useSession()
  return (
    <CardChoice
      label={t('language')}
      value={useLanguage()}
      options={[
        { value: 'zh', label: '中文', lang: 'zh-CN' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      onChange={(language) => void actions.set({ language })}
    />
  )
}
