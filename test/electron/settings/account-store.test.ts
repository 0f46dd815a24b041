import './without-electron.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { emptyAccount, noSecrets, type WeChatSecrets } from '../../../core/wechat/account.ts'
import {
  type AccountStore,
  createAccountStore,
  type KeptAccount,
} from '../../../electron/settings/account-store.ts'
import { openKeptFile } from '../../../electron/settings/kept-file.ts'
import type { Sealer } from '../../../electron/vault/sealer.ts'
import { newFolder } from './folder.ts'
import { sealerWith } from './weak-sealer.ts'

const canary = 'canary-secret-0123456789ab'
const now = () => new Date('2026-11-24T02:00:00Z')
const openFile = (folder: string) => openKeptFile<KeptAccount>('account', folder, now)
const open = (folder: string, sealer: Sealer = sealerWith('key')): AccountStore =>
  createAccountStore(openFile(folder).keeper, sealer)

const textsIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')

it('keeps the account, and secrets only sealed', () => {
  const folder = newFolder()
  open(folder).change({ account: { appId: 'wx1', dailyLimit: 50 }, secrets: { appSecret: canary } })
  expect(textsIn(folder)).toContain('wx1')
  expect(textsIn(folder)).not.toContain(canary)
  const again = open(folder)
  expect(again.read().account).toMatchObject({ appId: 'wx1', dailyLimit: 50 })
  expect(again.read().secrets.appSecret).toBe(canary)
})

it('shows of a secret that it is set and its last two characters, of a short one not even those', () => {
  const store = open(newFolder())
  store.change({ secrets: { appSecret: canary, serviceKey: 'short' } })
  const { secrets } = store.view()
  expect(secrets.appSecret).toEqual({ isSet: true, ending: 'ab', lostTo: null })
  expect(secrets.serviceKey).toEqual({ isSet: true, ending: '', lostTo: null })
  expect(secrets.refreshToken).toEqual({ isSet: false, ending: '', lostTo: null })
  expect(JSON.stringify(store.view())).not.toContain(canary)
})

it('forgets a secret that is cleared, in every file', () => {
  const folder = newFolder()
  const store = open(folder)
  store.change({ secrets: { appSecret: canary } })
  const sealed = sealerWith('key').seal(canary).slice('key:'.length)
  expect(textsIn(folder)).toContain(sealed)
  store.change({ secrets: { appSecret: '' } })
  expect(textsIn(folder)).not.toContain(sealed)
  expect(open(folder).view().secrets.appSecret.isSet).toBe(false)
})

it('without a real key store keeps no secret beyond this run, unless a person wants it', () => {
  const folder = newFolder()
  const sealer = sealerWith('known', false)
  const store = open(folder, sealer)
  store.change({ secrets: { appSecret: canary } })
  expect(store.read().secrets.appSecret).toBe(canary)
  expect(open(folder, sealer).view().secrets.appSecret.isSet).toBe(false)

  store.change({ keepsSecrets: true })
  expect(open(folder, sealer).read().secrets.appSecret).toBe(canary)
  store.change({ keepsSecrets: false })
  expect(open(folder, sealer).view().secrets.appSecret.isSet).toBe(false)
})

it('asks for a secret again when its key is gone, and does not wipe it (fault 20)', () => {
  const folder = newFolder()
  open(folder).change({ secrets: { appSecret: canary } })
  const other = open(folder, sealerWith('other'))
  expect(other.view().secrets.appSecret).toEqual({ isSet: false, ending: '', lostTo: 'key' })
  other.change({ account: { appId: 'wx2' } })
  expect(open(folder).read().secrets.appSecret).toBe(canary)

  other.change({ secrets: { appSecret: 'entered once more' } })
  expect(open(folder, sealerWith('other')).read().secrets.appSecret).toBe('entered once more')
})

it('keeps a new refresh token at once and tells nobody, as the one who asked knows it', () => {
  const folder = newFolder()
  const store = open(folder)
  let told = 0
  const stop = store.onChange(() => {
    told += 1
  })
  store.keepRefreshToken(emptyAccount, 'refresh-2')
  expect(told).toBe(0)
  expect(open(folder).read().secrets.refreshToken).toBe('refresh-2')
  store.change({ account: { appId: 'wx1' } })
  stop()
  store.change({ account: { appId: 'wx2' } })
  expect(told).toBe(1)
})

it('keeps no refresh token of a merchant that the account is not any more', () => {
  const store = open(newFolder())
  store.change({ account: { authorizerAppId: 'wx-a' }, secrets: { refreshToken: 'refresh-a' } })
  store.change({ account: { authorizerAppId: 'wx-b' }, secrets: { refreshToken: 'refresh-b' } })
  store.keepRefreshToken({ ...emptyAccount, authorizerAppId: 'wx-a' }, 'refresh-a-2')
  expect(store.read().secrets.refreshToken).toBe('refresh-b')
  const asked = { ...emptyAccount, authorizerAppId: 'wx-b' }
  store.keepRefreshToken(asked, 'refresh-b-2')
  expect(store.read().secrets.refreshToken).toBe('refresh-b-2')
  store.change({ account: { baseAddress: 'https://elsewhere.example' } })
  store.keepRefreshToken(asked, 'refresh-b-3')
  expect(store.read().secrets.refreshToken).toBe('')
})

const all: WeChatSecrets = {
  appSecret: 'app',
  componentAppSecret: 'component',
  componentTicket: 'ticket',
  refreshToken: 'refresh',
  serviceKey: 'key',
}

it.each([
  'https://elsewhere.example',
  'https://api.weixin.qq.com.example',
  'https://api.weixin.qq.com:8443',
  'http://127.0.0.1:8080',
  'no address',
])('lets no secret go along to another host of WeChat: %s', (baseAddress) => {
  const folder = newFolder()
  const store = open(folder)
  store.change({ account: { serviceAddress: 'https://tokens.example/a' }, secrets: all })
  store.change({ account: { baseAddress } })
  expect(store.read().secrets).toEqual(noSecrets)
  expect(store.view().secrets.appSecret).toEqual({ isSet: false, ending: '', lostTo: 'host' })
  store.change({ account: { baseAddress: emptyAccount.baseAddress } })
  expect(store.read().secrets).toEqual(noSecrets)
  expect(open(folder).read().secrets).toEqual(noSecrets)
})

it('lets the key of a token service not go along to another service', () => {
  const store = open(newFolder())
  store.change({ account: { serviceAddress: 'https://tokens.example/a' }, secrets: all })
  store.change({ account: { serviceAddress: 'https://tokens.example/b' } })
  expect(store.read().secrets).toEqual(all)
  store.change({ account: { serviceAddress: 'https://elsewhere.example/a' } })
  expect(store.read().secrets).toEqual({ ...all, serviceKey: '' })
})

it('takes a secret for the host that is entered with it', () => {
  const folder = newFolder()
  open(folder).change({ secrets: all })
  const given = { appSecret: 'other' }
  open(folder).change({ account: { baseAddress: 'https://proxy.example' }, secrets: given })
  const again = open(folder)
  expect(again.read().secrets).toEqual({ ...noSecrets, ...given })
  expect(again.view().secrets.appSecret.lostTo).toBeNull()
})

it('gives no secret to a host that was written into the file', () => {
  const folder = newFolder()
  open(folder).change({ secrets: all })
  const file = path.join(folder, 'account.json')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('https://api.weixin.qq.com')
  writeFileSync(file, text.replace('https://api.weixin.qq.com', 'https://elsewhere.example'))
  const store = open(folder)
  expect(store.read().account.baseAddress).toBe('https://elsewhere.example')
  expect(store.read().secrets).toEqual(noSecrets)
  expect(store.view().secrets.appSecret.lostTo).toBe('host')
  store.change({ secrets: { appSecret: 'entered anew' } })
  expect(store.view().secrets.appSecret.lostTo).toBeNull()
})

it('takes no blanks along with what is entered, and no limit beyond all measure', () => {
  const store = open(newFolder())
  store.change({ account: { appId: ' wx1\n' }, secrets: { appSecret: '\tsecret\n' } })
  expect(store.read()).toMatchObject({
    account: { appId: 'wx1' },
    secrets: { appSecret: 'secret' },
  })
  expect(() => store.change({ account: { dailyLimit: 1e15 } })).toThrow('dailyLimit')
  expect(() => store.change({ secrets: { appSecret: 'x'.repeat(10_000) } })).toThrow('appSecret')
})

it('changes nothing when the file cannot be written', () => {
  const keeper = {
    load: () => ({}),
    save: () => {
      throw new Error('disk full')
    },
  }
  const store = createAccountStore(keeper, sealerWith('key'))
  expect(() => store.change({ account: { appId: 'wx1' } })).toThrow('disk full')
  expect(store.read().account.appId).toBe('')
})

it('takes over what it understands of another version, and defaults for the rest', () => {
  const folder = newFolder()
  const kept = { account: { appId: 'wx1', dailyLimit: -3, later: true }, keepsSecrets: 'no' }
  writeFileSync(path.join(folder, 'account.json'), JSON.stringify(kept))
  expect(open(folder).read().account).toMatchObject({ appId: 'wx1', dailyLimit: 100 })
})

it('sets a torn file aside and goes on with the last good one (fault 17)', () => {
  const folder = newFolder()
  open(folder).change({ account: { appId: 'wx1' } })
  writeFileSync(path.join(folder, 'account.json'), '{"account": {"ap')
  const { keeper, found } = openFile(folder)
  expect(found).toEqual({
    kind: 'restored',
    aside: path.join(folder, 'account.broken-2026-11-24T02-00-00-000Z.json'),
  })
  expect(createAccountStore(keeper, sealerWith('key')).read().account.appId).toBe('wx1')
})
