import { beforeEach, expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit/entry.ts'
import type { AccountChange } from '../../../core/ipc/account.ts'
import { type AccountParts, accountAnswers } from '../../../electron/ipc/account.ts'
import type { Weighty } from '../../../electron/ipc/confirm.ts'
import { createAccountStore } from '../../../electron/settings/account-store.ts'
import { sealerWith } from '../settings/weak-sealer.ts'

let asked: (readonly Weighty[])[]
let noted: AuditAct[]

beforeEach(() => {
  asked = []
  noted = []
})

function openAccount(parts: Partial<AccountParts> = {}) {
  const account = createAccountStore({ load: () => ({}), save: () => {} }, sealerWith('key'))
  const answers = accountAnswers({
    account,
    reading: {
      isReady: () => false,
      quota: () => ({ used: 0, limit: 100, state: 'open' }),
      hold: () => null,
      again: () => {},
      test: async () => ({ kind: 'ok' }),
    },
    confirm: async (what) => {
      asked.push(what)
      return true
    },
    isLocked: () => false,
    note: (act) => noted.push(act),
    onError: () => {},
    ...parts,
  })
  return { account, change: (change: AccountChange) => answers['account:change'](change) }
}

const elsewhere = {
  baseAddress: 'https://elsewhere.example/path',
  serviceAddress: 'https://tokens.example/token',
  dailyLimit: 5000,
}

it('asks outside the page before anything goes to another host, or more may be spent', async () => {
  const { account, change } = openAccount()
  await change({ account: elsewhere })
  expect(asked).toEqual([
    [
      { kind: 'wechat-host', host: 'https://elsewhere.example' },
      { kind: 'service-host', host: 'https://tokens.example' },
      { kind: 'daily-limit', calls: 5000 },
    ],
  ])
  expect(account.read().account).toMatchObject(elsewhere)
  expect(noted).toEqual(['account-changed'])
})

it('asks for nothing that leaves hosts and limit as they are', async () => {
  const { change } = openAccount()
  await change({
    account: { appId: 'wx1', baseAddress: 'https://api.weixin.qq.com/', dailyLimit: 100 },
    secrets: { appSecret: 'secret' },
  })
  await change({ account: { serviceAddress: '' } })
  expect(asked).toEqual([])
})

it('changes nothing at all when the person says no', async () => {
  const { account, change } = openAccount({ confirm: async () => false })
  const before = account.read()
  for (const [name, value] of Object.entries(elsewhere)) {
    const wish = { account: { appId: 'wx-evil', [name]: value }, secrets: { appSecret: 'evil' } }
    expect(await change(wish)).toMatchObject({ ok: true, value: { account: before.account } })
  }
  expect(account.read()).toEqual(before)
  expect(noted).toEqual([])
})

it('changes nothing when it is locked by the time the person answers', async () => {
  let isLocked = false
  const { account, change } = openAccount({
    isLocked: () => isLocked,
    confirm: async () => {
      isLocked = true
      return true
    },
  })
  const before = account.read()
  expect(await change({ account: elsewhere })).toMatchObject({
    ok: false,
    error: { kind: 'locked' },
  })
  expect(account.read()).toEqual(before)
})
