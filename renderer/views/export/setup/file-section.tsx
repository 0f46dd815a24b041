import { Button, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import { Choice } from '../../../parts/choice.tsx'
import styles from './setup.module.css'

/** What kind of file it is, and whether a day's exports stand in one. */
export function FileSection() {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { exportFormat, csvEncoding, exportDaily, dailyFolder } = useStore(settings)
  const turnDaily = async (isOn: boolean): Promise<void> => {
    await actions.set({ exportDaily: isOn })
    if (isOn && dailyFolder === '') await actions.chooseFolder('daily')
  }
  return (
    <section className={styles['section']} aria-label={t('file')}>
      <Choice
        label={t('file')}
        value={exportFormat}
        options={[
          { value: 'xlsx', label: 'XLSX' },
          { value: 'csv', label: 'CSV' },
          { value: 'json', label: 'JSON' },
        ]}
        onChange={(format) => void actions.set({ exportFormat: format })}
      />
      {exportFormat === 'xlsx' && <p className={styles['quiet']}>{t('formatXlsxText')}</p>}
      {exportFormat === 'csv' && (
        <>
          <p className={styles['quiet']}>{t('formatCsvText')}</p>
          <Choice
            label={t('encoding')}
            value={csvEncoding}
            options={[
              { value: 'utf8', label: 'UTF-8' },
              { value: 'gb18030', label: t('encodingGb') },
            ]}
            onChange={(encoding) => void actions.set({ csvEncoding: encoding })}
          />
        </>
      )}
      <Switch
        label={t('daily')}
        description={exportFormat === 'json' ? t('dailyNoJson') : t('dailyText')}
        checked={exportDaily}
        onChange={(event) => {
          const isOn = event.currentTarget.checked
          void turnDaily(isOn)
        }}
      />
      {exportDaily && (
        <div className={styles['folder']}>
          <span className={styles['path']}>{dailyFolder || t('folderNone')}</span>
          <Button size="xs" variant="default" onClick={() => void actions.chooseFolder('daily')}>
            {dailyFolder === '' ? t('folderChoose') : t('folderOther')}
          </Button>
        </div>
      )}
    </section>
  )
}
