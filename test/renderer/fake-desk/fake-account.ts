import type { AccountChange, AccountView, SecretState } from '../../../core/ipc/account.ts'
import type { Handlers } from '../../../core/ipc/contract.ts'
import { emptyAccount, missingIn } from '../../../core/wechat/account.ts'

const notSet: SecretState = { isSet: false, ending: '', lostTo: null }

const nothingSet: AccountView = {
  account: emptyAccount,
  secrets: {
    appSecret: notSet,
    componentAppSecret: notSet,
    componentTicket: notSet,
    refreshToken: notSet,
    serviceKey: notSet,
  },
  hasRealKeyStore: false,
  keepsSecrets: false,
  isReady: true,
  quota: { used: 37, limit: 100, state: 'open' },
  hold: null,
}

/** An account in the page; the test of the connection meets an address that is not on the list. */
export function fakeAccount(): Pick<
  Handlers,
  'account:read' | 'account:change' | 'account:test' | 'account:cancel-test' | 'account:again'
> {
  let view = nothingSet
  return {
    'account:read': async () => view,
    'account:change': async (change) => {
      view = changed(view, change)
      return view
    },
    'account:test': async () => ({
      kind: 'failed',
      failure: {
        kind: 'address-not-listed',
        message: 'WeChat refused: 40164 invalid ip 203.0.113.7, not in whitelist',
        code: 40164,
      },
      address: '203.0.113.7',
    }),
    'account:cancel-test': async () => null,
    'account:again': async () => view,
  }
}

function changed(view: AccountView, { account, secrets = {}, keepsSecrets }: AccountChange) {
  const given = Object.entries(secrets).map(([name, secret]) => [
    name,
    { isSet: secret !== '', ending: secret?.slice(-2) ?? '', lostTo: null },
  ])
  const next: AccountView = {
    ...view,
    account: { ...view.account, ...withoutGaps(account ?? {}) },
    secrets: { ...view.secrets, ...Object.fromEntries(given) },
    keepsSecrets: keepsSecrets ?? view.keepsSecrets,
  }
  const { appSecret, componentAppSecret, componentTicket, refreshToken, serviceKey } = next.secrets
  const lacking = missingIn(next.account, {
    appSecret: appSecret.isSet,
    componentAppSecret: componentAppSecret.isSet,
    componentTicket: componentTicket.isSet,
    refreshToken: refreshToken.isSet,
    serviceKey: serviceKey.isSet,
  })
  return { ...next, isReady: lacking.length === 0 }
}

const withoutGaps = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
