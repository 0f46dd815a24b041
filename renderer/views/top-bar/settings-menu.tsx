import { ActionIcon, Button, Popover, Switch } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIn } from '../../../core/words/words.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { textSizes } from '../../../core/settings/text-size.ts'
import { Choice } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { TakesKeyboard } from '../../parts/takes-keyboard.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { control } from '../keys/keys.ts'
import type { JudgingPage } from '../verdict/judging-dialog.tsx'
import styles from './settings-menu.module.css'

const chinese = '中文'
const english = 'English'

/** The few things to set; each takes effect at once. */
export function SettingsMenu(props: {
  readonly onReading: () => void
  readonly onProtection: () => void
  readonly onOverview: (which: 'renewals' | 'figures') => void
  readonly onJudging: (page: JudgingPage) => void
}) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const { settings, gate, aside, actions } = useSession()
  const { hasPin } = useStore(gate).lock
  const now = useStore(settings)
  const [opened, setOpened] = useState(false)
  const gear = useRef<HTMLButtonElement>(null)
  const leaveTo = (open: () => void) => {
    // What is opened gives the keyboard back to it.
    gear.current?.focus()
    setOpened(false)
    open()
  }
  return (
    <Popover position="bottom-end" width={360} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <ActionIcon
          ref={gear}
          variant="subtle"
          color="gray"
          size={34}
          className={styles['gear'] ?? ''}
          aria-label={t('settings')}
          title={t('settings')}
          onClick={() => setOpened((is) => !is)}
        >
          <Icon name="gear" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('settings')}>
        <TakesKeyboard />
        <div className={styles['settings']}>
          <Choice<Settings['language']>
            size="sm"
            label={t('language')}
            value={now.language}
            options={[
              { value: 'system', label: t('languageSystem') },
              { value: 'zh', label: chinese },
              { value: 'en', label: english },
            ]}
            onChange={(language) => void actions.set({ language })}
          />
          <Choice<Settings['appearance']>
            size="sm"
            label={t('appearance')}
            value={now.appearance}
            options={[
              { value: 'system', label: t('appearanceSystem') },
              { value: 'light', label: t('appearanceLight') },
              { value: 'dark', label: t('appearanceDark') },
            ]}
            onChange={(appearance) => void actions.set({ appearance })}
          />
          <Choice<`${Settings['textSize']}`>
            size="sm"
            label={t('textSize')}
            value={`${now.textSize}`}
            options={textSizes.map((size) => ({ value: `${size}` as const, label: `${size}%` }))}
            onChange={(chosen) => {
              const textSize = textSizes.find((size) => `${size}` === chosen)
              if (textSize !== undefined) void actions.set({ textSize })
            }}
          />
          <Switch
            size="sm"
            label={t('highContrast')}
            checked={now.contrast === 'high'}
            onChange={(event) =>
              void actions.set({ contrast: event.currentTarget.checked ? 'high' : 'system' })
            }
          />
          <Choice<Settings['headings']>
            size="sm"
            label={t('headings')}
            value={now.headings}
            options={[
              { value: 'zh', label: chinese },
              { value: 'en', label: english },
            ]}
            onChange={(headings) => void actions.set({ headings })}
          />
          <div className={styles['doors']}>
            <Button variant="default" onClick={() => leaveTo(props.onReading)}>
              {t('openReading')}
            </Button>
            <Button variant="default" onClick={() => leaveTo(props.onProtection)}>
              {t('openProtection')}
            </Button>
            <Button variant="default" onClick={() => leaveTo(() => props.onOverview('renewals'))}>
              {t('openRenewals')}
            </Button>
            <Button variant="default" onClick={() => leaveTo(() => props.onOverview('figures'))}>
              {t('openFigures')}
            </Button>
            <Button variant="default" onClick={() => leaveTo(() => props.onJudging('policy'))}>
              {t('policy')}
            </Button>
            <Button variant="default" onClick={() => leaveTo(() => props.onJudging('do-not-rent'))}>
              {t('doNotRent')}
            </Button>
            {hasPin && (
              <Button
                variant="default"
                leftSection={<Icon name="lock" size={14} />}
                onClick={() => leaveTo(() => void actions.lock())}
              >
                {t('lockNow')} · {control} L
              </Button>
            )}
            <div className={styles['pair']}>
              {(['help', 'welcome', 'report', 'about'] as const).map((what) => (
                <button key={what} type="button" onClick={() => leaveTo(() => aside.send(what))}>
                  {say(`screen:asides.${what}`)}
                </button>
              ))}
            </div>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
