import { ActionIcon, Button, Popover, Switch } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
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

/** What is rarely gone to, and the few things to set; each of those takes effect at once. */
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
  const door = (words: string, open: () => void) => (
    <button type="button" className={styles['door']} onClick={() => leaveTo(open)}>
      {words}
      <Icon name="forward" size={13} />
    </button>
  )
  return (
    <Popover position="bottom-end" width={400} trapFocus opened={opened} onChange={setOpened}>
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
          <Group name={t('settingsLists')}>
            {door(t('openRenewals'), () => props.onOverview('renewals'))}
            {door(t('openFigures'), () => props.onOverview('figures'))}
            {door(t('doNotRent'), () => props.onJudging('do-not-rent'))}
          </Group>
          <Group name={t('settingsShop')}>
            {door(t('openReading'), props.onReading)}
            {door(t('policy'), () => props.onJudging('policy'))}
            {door(t('openProtection'), props.onProtection)}
            <Choice<Settings['headings']>
              beside
              label={t('headings')}
              value={now.headings}
              options={[
                { value: 'zh', label: chinese },
                { value: 'en', label: english },
              ]}
              onChange={(headings) => void actions.set({ headings })}
            />
          </Group>
          <Group name={t('settingsDisplay')}>
            <Choice<Settings['language']>
              beside
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
              beside
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
              beside
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
              labelPosition="left"
              classNames={{ body: styles['switch'] ?? '' }}
              label={t('highContrast')}
              checked={now.contrast === 'high'}
              onChange={(event) =>
                void actions.set({ contrast: event.currentTarget.checked ? 'high' : 'system' })
              }
            />
          </Group>
          <div className={styles['pair']}>
            {(['help', 'welcome', 'report', 'about'] as const).map((what) => (
              <button key={what} type="button" onClick={() => leaveTo(() => aside.send(what))}>
                {say(`screen:asides.${what}`)}
              </button>
            ))}
          </div>
          {hasPin && (
            <Button
              variant="default"
              leftSection={<Icon name="lock" size={14} />}
              onClick={() => leaveTo(() => void actions.lock())}
            >
              {t('lockNow')} · {control} L
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {children}
    </section>
  )
}
