import { expect, it } from 'vitest'
import { emptyAccount, noSecrets, tokenModes } from '../../../core/wechat/account.ts'
import {
  usualEngine,
  wechatSettingIn,
  wrongTokenMode,
} from '../../../electron/cli/wechat-environment.ts'

it('takes no blanks and line ends along, as little as the window does', () => {
  const environment = {
    LICENSE_DESK_TOKEN_MODE: ' platform\n',
    LICENSE_DESK_APP_ID: '\twx1 ',
    LICENSE_DESK_APP_SECRET: ' secret\r\n',
    LICENSE_DESK_COMPONENT_APP_SECRET: 'component \n',
    LICENSE_DESK_COMPONENT_TICKET: '\uFEFFticket\n',
    LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN: '\u3000refresh\n',
    LICENSE_DESK_TOKEN_KEY: 'key\n',
    LICENSE_DESK_TOKEN_URL: 'https://tokens.example/ \n',
  }
  expect(wrongTokenMode(environment)).toBeUndefined()
  expect(wechatSettingIn(environment, undefined)).toEqual({
    account: {
      ...emptyAccount,
      tokenMode: 'platform',
      appId: 'wx1',
      serviceAddress: 'https://tokens.example/',
    },
    secrets: {
      appSecret: 'secret',
      componentAppSecret: 'component',
      componentTicket: 'ticket',
      refreshToken: 'refresh',
      serviceKey: 'key',
    },
  })
})

it('counts what is blank as not set', () => {
  const environment = { LICENSE_DESK_APP_ID: 'wx1', LICENSE_DESK_APP_SECRET: '  \n' }
  expect(wechatSettingIn(environment, undefined).secrets).toEqual(noSecrets)
  expect(usualEngine(environment)).toBe('offline')
})

it('names what is no way to a token', () => {
  expect(wrongTokenMode({ LICENSE_DESK_TOKEN_MODE: ' stabel ' })).toBe('stabel')
  for (const mode of tokenModes)
    expect(wrongTokenMode({ LICENSE_DESK_TOKEN_MODE: mode })).toBeUndefined()
})
