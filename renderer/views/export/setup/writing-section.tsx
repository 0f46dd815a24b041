import { useTranslation } from 'react-i18next'
import { dateForms, dateIn } from '../../../../core/layout/date-form.ts'
import { useSession } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import { Choice } from '../../../parts/choice.tsx'
import styles from './setup.module.css'
import type { PresetDesk } from './use-presets.ts'

const someDay = '2026-11-27'

/** How values are written, and which licenses go along. */
export function WritingSection({ desk }: { readonly desk: PresetDesk }) {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { headings } = useStore(settings)
  const { preset, edit } = desk
  return (
    <div className={styles['section']}>
      <Choice
        label={t('whichRows')}
        value={preset.rows}
        options={[
          { value: 'all', label: t('rowsAll') },
          { value: 'reviewed', label: t('rowsReviewed') },
        ]}
        onChange={(rows) => edit({ kind: 'write', as: { rows } })}
      />
      <Choice
        label={t('headings')}
        value={headings}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => void actions.set({ headings: language })}
      />
      <Choice
        label={t('dates')}
        value={preset.dates}
        options={dateForms.map((value) => ({ value, label: dateIn(someDay, value) }))}
        onChange={(dates) => edit({ kind: 'write', as: { dates } })}
      />
      <Choice
        label={t('numbers')}
        value={preset.numbers}
        options={[
          { value: 'full', label: t('numbersFull') },
          { value: 'masked', label: t('numbersMasked') },
        ]}
        onChange={(numbers) => edit({ kind: 'write', as: { numbers } })}
      />
    </div>
  )
}
