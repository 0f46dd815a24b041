import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../core/ipc/account.ts'
import type { Engine, Settings } from '../../../core/settings/settings.ts'
import { type TokenMode, wechatAccount } from '../../../core/wechat/account.ts'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { entriesFor } from './account-fields.ts'
import styles from './reading-dialog.module.css'
import { SecretEntry } from './secret-entry.tsx'

const modeWords = {
  stable: ['modeStable', 'modeStableText'],
  classic: ['modeClassic', 'modeClassicText'],
  platform: ['modePlatform', 'modePlatformText'],
  service: ['modeService', 'modeServiceText'],
} as const satisfies Record<TokenMode, readonly [string, string]>

/** Only what the chosen ways need; what is typed is kept when its field is left. */
export function AccountForm({
  view,
  engine,
}: {
  readonly view: AccountView
  readonly engine: Engine
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const modeId = useId()
  const { account } = view
  const { texts, secrets } = entriesFor(account.tokenMode, engine)
  return (
    <>
      <div className={styles['mode']}>
        <span id={modeId}>{t('tokenMode')}</span>
        <SegmentedControl<TokenMode>
          fullWidth
          size="sm"
          transitionDuration={100}
          aria-labelledby={modeId}
          value={account.tokenMode}
          data={(['stable', 'classic', 'platform', 'service'] as const).map((mode) => ({
            value: mode,
            label: t(modeWords[mode][0]),
          }))}
          onChange={(tokenMode) => void actions.changeAccount({ account: { tokenMode } })}
        />
        <small>{t(modeWords[account.tokenMode][1])}</small>
      </div>
      <div className={styles['entries']}>
        {texts.map((name) => (
          <TextEntry
            key={name}
            label={t(name)}
            value={account[name]}
            onKeep={(text) => actions.changeAccount({ account: { [name]: text } })}
          />
        ))}
        {secrets.map((name) => (
          <SecretEntry key={name} name={name} state={view.secrets[name]} />
        ))}
        <TextEntry
          label={t('dailyLimit')}
          value={String(account.dailyLimit)}
          onKeep={async (text) => {
            const limit = wechatAccount.shape.dailyLimit.safeParse(Number(text))
            return limit.success && actions.changeAccount({ account: { dailyLimit: limit.data } })
          }}
        />
      </div>
      {engine !== 'wechat-address' && <WhenSpent />}
      {engine === 'wechat-cloud' && <p className={styles['quiet']}>{t('cloudNote')}</p>}
      <KeyStore view={view} />
    </>
  )
}

function TextEntry(props: {
  readonly label: string
  readonly value: string
  /** Whether it was kept; else the old value comes back. */
  readonly onKeep: (text: string) => Promise<boolean>
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = async () => {
    const text = draft?.trim() ?? props.value
    if (text !== props.value) await props.onKeep(text)
    setDraft(null)
  }
  return (
    <TextInput
      label={props.label}
      value={draft ?? props.value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep()
      }}
    />
  )
}

/** What only WeChat can fetch has no other way; for the rest a person chooses. */
function WhenSpent() {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { whenSpent } = useStore(settings)
  const id = useId()
  return (
    <div className={styles['spend']}>
      <span id={id}>{t('whenSpent')}</span>
      <SegmentedControl<Settings['whenSpent']>
        size="xs"
        transitionDuration={100}
        aria-labelledby={id}
        value={whenSpent}
        data={[
          { value: 'wait', label: t('whenSpentWait') },
          { value: 'offline', label: t('whenSpentOffline') },
        ]}
        onChange={(next) => void actions.set({ whenSpent: next })}
      />
    </div>
  )
}

/** What becomes of the secrets on this computer. */
function KeyStore({ view }: { readonly view: AccountView }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  if (view.hasRealKeyStore)
    return (
      <p className={styles['quiet']}>
        <Icon name="lock" size={13} /> {t('secretsSealed')}
      </p>
    )
  return (
    <div className={styles['weak']}>
      <p>
        <Icon name="alert" size={14} /> {t('secretsNowhere')}
      </p>
      <Checkbox
        size="xs"
        label={t('secretsWeakly')}
        checked={view.keepsSecrets}
        onChange={(event) =>
          void actions.changeAccount({ keepsSecrets: event.currentTarget.checked })
        }
      />
    </div>
  )
}
