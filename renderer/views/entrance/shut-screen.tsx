import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskApi } from '../../../core/ipc/contract.ts'
import type { ClosedVault } from '../../../core/ipc/vault.ts'
import { Icon } from '../../parts/icon.tsx'
import type { GateEvent, GateState } from '../../state/gate-state.ts'
import type { Store } from '../../state/store.ts'
import { tell } from '../../parts/tell.ts'
import styles from './entrance.module.css'
import { type Refused, SecretForm } from './secret-form.tsx'

interface ShutProps<Vault extends ClosedVault = ClosedVault> {
  readonly desk: DeskApi
  readonly gate: Store<GateState, GateEvent>
  readonly vault: Vault
}

/** In place of the desk when the records could not be opened: what to do first, then what happened. */
export function ShutScreen(props: ShutProps) {
  const { desk, gate, vault } = props
  return (
    <main className={styles['entrance']}>
      <div className={styles['sheet']}>
        {vault.kind === 'key-lost' ? (
          <KeyLost desk={desk} gate={gate} vault={vault} />
        ) : (
          <Refusing desk={desk} gate={gate} vault={vault} />
        )}
      </div>
    </main>
  )
}

type KeyLostVault = Extract<ClosedVault, { kind: 'key-lost' }>

function KeyLost({ desk, gate, vault }: ShutProps<KeyLostVault>) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const recover = async (passphrase: string): Promise<Refused> => {
    const answer = await desk.call('vault:recover', { passphrase })
    if (!answer.ok) {
      tell(t('problemTitle'), t('problemText'))
      return { wrong: false, waitMs: 0 }
    }
    if (answer.value.kind === 'wrong') return { wrong: true, waitMs: answer.value.waitMs }
    gate.send({ kind: 'vault', vault: answer.value.state })
    return null
  }
  return (
    <>
      <span className={styles['sign']} data-tone="look">
        <Icon name="lock" size={26} />
      </span>
      <h1>{t(vault.hasPassphrase ? 'keyLostTitle' : 'keyLostNoneTitle')}</h1>
      <p>{t(vault.hasPassphrase ? 'keyLostText' : 'keyLostNoneText')}</p>
      {vault.hasPassphrase && (
        <SecretForm
          label={t('passphrase')}
          button={t('openRecords')}
          wrong={t('wrongPassphrase')}
          digits={false}
          waitMs={vault.waitMs}
          onTry={recover}
        />
      )}
      {vault.hasPassphrase && !isAsking ? (
        <button type="button" className={styles['other']} onClick={() => setAsking(true)}>
          {t('forgotPassphrase')}
        </button>
      ) : (
        <Ways desk={desk} gate={gate} vault={vault} />
      )}
      <Folder folder={vault.folder} />
    </>
  )
}

/** Without the passphrase: both ways that lose nothing. */
function Ways({ desk, gate }: ShutProps) {
  const { t } = useTranslation()
  const [isSure, setSure] = useState(false)
  const begin = async () => {
    const answer = await desk.call('vault:begin-anew', null)
    if (answer.ok) gate.send({ kind: 'vault', vault: answer.value })
    else tell(t('problemTitle'), t('problemText'))
  }
  return (
    <section className={styles['ways']} aria-label={t('keyLostWays')}>
      <h2>{t('keyLostWays')}</h2>
      <ul>
        <li>{t('keyLostWayBack')}</li>
        <li>{t('keyLostWayAnew')}</li>
      </ul>
      {isSure ? (
        <div className={styles['sure']}>
          <p>{t('beginAnewNote')}</p>
          <Button variant="default" onClick={() => setSure(false)}>
            {t('cancel')}
          </Button>
          <Button onClick={() => void begin()}>{t('beginAnewSure')}</Button>
        </div>
      ) : (
        <Button variant="default" onClick={() => setSure(true)}>
          {t('beginAnew')}
        </Button>
      )}
    </section>
  )
}

const refusing = {
  newer: { title: 'newerTitle', text: 'newerText' },
  busy: { title: 'busyTitle', text: 'busyText' },
  'disk-full': { title: 'diskFullTitle', text: 'diskFullText' },
  failed: { title: 'openFailedTitle', text: 'openFailedText' },
} as const

function Refusing({ desk, gate, vault }: ShutProps<Exclude<ClosedVault, KeyLostVault>>) {
  const { t } = useTranslation()
  const [isTrying, setTrying] = useState(false)
  const { title, text } = refusing[vault.kind]
  const again = async () => {
    setTrying(true)
    const answer = await desk.call('vault:retry', null)
    setTrying(false)
    if (answer.ok) gate.send({ kind: 'vault', vault: answer.value })
  }
  const needs = vault.kind === 'newer' ? vault.needs : ''
  const isUnnamed = vault.kind === 'newer' && needs === ''
  return (
    <>
      <span className={styles['sign']} data-tone={vault.kind === 'failed' ? 'bad' : 'look'}>
        <Icon name="alert" size={26} />
      </span>
      <h1>{t(title)}</h1>
      <p>{t(isUnnamed ? 'newerTextUnnamed' : text, { needs })}</p>
      {vault.kind !== 'newer' && (
        <>
          <Button size="md" data-autofocus loading={isTrying} onClick={() => void again()}>
            {t('tryAgain')}
          </Button>
          <Folder folder={vault.folder} />
        </>
      )}
    </>
  )
}

function Folder({ folder }: { readonly folder: string }) {
  const { t } = useTranslation()
  return (
    <p className={styles['folder']}>
      {t('folderOf')} <code>{folder}</code>
    </p>
  )
}
