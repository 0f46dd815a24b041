import { expect, test } from 'vitest'
import { call, cardHash, handClock, recognition, stableToken, start, upload } from './caller.ts'
import { sampleAccount, samplePlatform, type FakeWeChat } from './fake-wechat.ts'

const hour = 3_600_000

const askComponent = async (fake: FakeWeChat, ticket: string, changed: object = {}) =>
  (
    await call(fake, '/cgi-bin/component/api_component_token', {
      json: {
        component_appid: samplePlatform.appId,
        component_appsecret: samplePlatform.appSecret,
        component_verify_ticket: ticket,
        ...changed,
      },
    })
  ).fields

const askAuthorizer = async (
  fake: FakeWeChat,
  component: unknown,
  refreshToken: unknown = sampleAccount.refreshToken,
  changed: object = {},
  parameter = 'component_access_token',
) =>
  (
    await call(fake, '/cgi-bin/component/api_authorizer_token', {
      query: { [parameter]: String(component) },
      json: {
        component_appid: samplePlatform.appId,
        authorizer_appid: sampleAccount.appId,
        authorizer_refresh_token: refreshToken,
        ...changed,
      },
    })
  ).fields

const componentOf = async (fake: FakeWeChat) =>
  (await askComponent(fake, fake.platform.pushTicket()))['component_access_token']

test('ticket, component token, authorizer token: a merchant reads a license', async () => {
  const fake = await start()
  const component = await askComponent(fake, fake.platform.pushTicket())
  expect(component['expires_in']).toBe(7200)
  const merchant = await askAuthorizer(fake, component['component_access_token'])
  expect(merchant['expires_in']).toBe(7200)
  const answer = await upload(fake, String(merchant['authorizer_access_token']))
  expect(answer.fields['errcode']).toBe(0)
  expect(fake.ledger.entries.map((entry) => entry.account)).toEqual([
    samplePlatform.appId,
    sampleAccount.appId,
    sampleAccount.appId,
  ])
  expect(fake.ledger.charges(cardHash)).toBe(1)
})

test('a refresh token is good for one time, the new one for the next; the parameter has two names', async () => {
  const fake = await start()
  const component = await componentOf(fake)
  const next = (await askAuthorizer(fake, component))['authorizer_refresh_token']
  expect(next).not.toBe(sampleAccount.refreshToken)
  expect((await askAuthorizer(fake, component))['errcode']).toBe(61023)
  expect(await askAuthorizer(fake, component, next, {}, 'access_token')).toHaveProperty(
    'authorizer_access_token',
  )
})

test('a ticket lives for 12 hours; others are not known', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const ticket = fake.platform.pushTicket()
  clock.forward(12 * hour - 1)
  expect(await askComponent(fake, ticket)).toHaveProperty('component_access_token')
  clock.forward(1)
  expect((await askComponent(fake, ticket))['errcode']).toBe(61005)
  expect((await askComponent(fake, 'ticket@@@made-up'))['errcode']).toBe(61006)
})

test.each([
  [{ component_appid: '' }, 41002],
  [{ component_appsecret: '' }, 41004],
  [{ component_appid: sampleAccount.appId }, 40013],
  [{ component_appsecret: sampleAccount.appSecret }, 40125],
])('a component token for %o is refused with %i', async (changed, errcode) => {
  const fake = await start()
  const answer = await askComponent(fake, fake.platform.pushTicket(), changed)
  expect(answer['errcode']).toBe(errcode)
})

test('a platform server that is not on the list is named', async () => {
  const fake = await start({ platform: { ...samplePlatform, ipList: ['198.51.100.4'] } })
  const answer = await askComponent(fake, fake.platform.pushTicket())
  expect(answer).toMatchObject({
    errcode: 61004,
    errmsg: expect.stringContaining('request ip: 203.0.113.7 rid: '),
  })
})

test.each([
  [{ component_appid: 'wxffffffffffffffff' }, 61011],
  [{ authorizer_appid: 'wxffffffffffffffff' }, 61003],
  [{ authorizer_refresh_token: 'refreshtoken@@@made-up' }, 61023],
])('an authorizer token for %o is refused with %i', async (changed, errcode) => {
  const fake = await start()
  const answer = await askAuthorizer(fake, await componentOf(fake), undefined, changed)
  expect(answer['errcode']).toBe(errcode)
})

test('tokens of another kind are refused both ways', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const component = await componentOf(fake)
  expect((await upload(fake, String(component))).fields['errcode']).toBe(40001)
  expect((await askAuthorizer(fake, await stableToken(fake)))['errcode']).toBe(61024)
  expect((await askAuthorizer(fake, ''))['errcode']).toBe(41001)
  clock.forward(2 * hour)
  expect((await askAuthorizer(fake, component))['errcode']).toBe(42001)
})

test('without the permission set a merchant is 61007', async () => {
  const fake = await start({ accounts: [{ ...sampleAccount, granted: false }] })
  const merchant = await askAuthorizer(fake, await componentOf(fake))
  const answer = await upload(fake, String(merchant['authorizer_access_token']))
  expect(answer.fields['errcode']).toBe(61007)
})

test('a merchant token replaced by the next one dies in 5 minutes', async () => {
  const clock = handClock()
  const fake = await start({ now: clock.now })
  const component = await componentOf(fake)
  const first = await askAuthorizer(fake, component)
  await askAuthorizer(fake, component, first['authorizer_refresh_token'])
  const read = () => upload(fake, String(first['authorizer_access_token']))
  clock.forward(299_999)
  expect((await read()).fields['errcode']).toBe(0)
  clock.forward(1)
  expect((await read()).fields['errcode']).toBe(40001)
  expect(fake.ledger.entries.filter((entry) => entry.path === recognition)).toHaveLength(2)
})
