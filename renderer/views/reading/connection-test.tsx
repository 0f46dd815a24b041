import { Button, Checkbox, Loader } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountTest, AccountView } from '../../../core/ipc/account.ts'
import type { Engine } from '../../../core/settings/settings.ts'
import { missingIn } from '../../../core/wechat/account.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage, useSession } from '../../state/session-context.ts'
import styles from './reading-dialog.module.css'

type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'running' }
  | { readonly kind: 'answered'; readonly answer: AccountTest }

interface Shown {
  readonly view: AccountView
  readonly engine: Engine
}

/** Gets a token and says in plain words what came of it. */
export function ConnectionTest(shown: Shown) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [withQuota, setWithQuota] = useState(false)
  const [asked, setAsked] = useState<Asked>({ kind: 'nothing' })
  const test = async () => {
    setAsked({ kind: 'running' })
    const answer = await actions.testAccount(withQuota)
    const isCancelled = answer?.kind === 'failed' && answer.failure.kind === 'cancelled'
    setAsked(answer === null || isCancelled ? { kind: 'nothing' } : { kind: 'answered', answer })
  }
  return (
    <div className={styles['test']}>
      <div className={styles['ask']}>
        {asked.kind === 'running' ? (
          <>
            <Button variant="default" onClick={() => void actions.cancelTest()}>
              {t('cancel')}
            </Button>
            <span role="status" className={styles['running']}>
              <Loader size={14} /> {t('testRunning')}
            </span>
          </>
        ) : (
          <>
            <Button onClick={() => void test()}>{t('testConnection')}</Button>
            <Checkbox
              size="xs"
              label={t('testWithQuota')}
              checked={withQuota}
              onChange={(event) => setWithQuota(event.currentTarget.checked)}
            />
          </>
        )}
      </div>
      {asked.kind === 'answered' && <Answer {...shown} answer={asked.answer} />}
    </div>
  )
}

function Answer(props: Shown & { readonly answer: AccountTest }) {
  const { t } = useTranslation()
  const { answer } = props
  if (answer.kind === 'failed') return <Refused {...props} answer={answer} />
  return (
    <div className={styles['answer']} data-tone="good" role="status">
      <Icon name="check" size={18} />
      <div>
        <h3>{t('testOk')}</h3>
        <p>{answer.quota === undefined ? t('testOkText') : t('testQuota', answer.quota)}</p>
      </div>
    </div>
  )
}

function Refused({
  view,
  engine,
  answer: { failure, address },
}: Shown & { readonly answer: Extract<AccountTest, { readonly kind: 'failed' }> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { remedy, reason } = adviceOf(failure.kind, language)
  return (
    <div className={styles['answer']} data-tone="bad" role="status">
      <Icon name="alert" size={18} />
      <div>
        <h3>{reason}</h3>
        <p>{failure.kind === 'settings-incomplete' ? <Missing {...{ view, engine }} /> : remedy}</p>
        {address !== undefined && <AddressToAdd address={address} />}
        {failure.kind !== 'settings-incomplete' && (
          <p className={styles['support']}>
            {t('support')}: <code>{failure.kind}</code> · {failure.message}
            {failure.rid !== undefined && <> · rid {failure.rid}</>}
          </p>
        )}
      </div>
    </div>
  )
}

/** What is still to be filled in; an address that is no safe one where nothing is. */
function Missing({ view: { account, secrets }, engine }: Shown) {
  const { t } = useTranslation()
  const isSet = {
    appSecret: secrets.appSecret.isSet,
    componentAppSecret: secrets.componentAppSecret.isSet,
    componentTicket: secrets.componentTicket.isSet,
    refreshToken: secrets.refreshToken.isSet,
    serviceKey: secrets.serviceKey.isSet,
  }
  const way = engine === 'offline' || engine === 'auto' ? undefined : engine
  const missing = missingIn(account, isSet, way)
  if (missing.length === 0) return t('testAddress')
  return t('testMissing', { fields: missing.map((name) => t(name)).join(t('and')) })
}

function AddressToAdd({ address }: { readonly address: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    input.current?.select()
    // The page may not ask for the clipboard; copying what is selected needs no permission.
    setCopied(document.execCommand('copy'))
  }
  return (
    <div className={styles['address']}>
      <input ref={input} readOnly value={address} aria-label={t('addressToAdd')} />
      <Button size="xs" variant="default" onClick={copy}>
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}
