import { useTranslation } from 'react-i18next'
import { CardChoice } from './card-choice.tsx'

export type Way = 'offline' | 'wechat'

/** Where images are read; what WeChat needs is asked afterwards, where it is set. */
export function WayStep(props: { readonly way: Way; readonly onChange: (way: Way) => void }) {
  const { t } = useTranslation()
  return (
    <CardChoice<Way>
      label={t('welcome.way.title')}
      value={props.way}
      options={[
        { value: 'offline', label: t('welcomeOffline'), text: t('welcomeOfflineText') },
        { value: 'wechat', label: t('welcomeWechat'), text: t('welcomeWechatText') },
      ]}
      onChange={props.onChange}
    />
  )
}
