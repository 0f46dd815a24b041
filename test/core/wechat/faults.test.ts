import { describe, expect, it } from 'vitest'
import { kindOfCode } from '../../../core/wechat/codes.ts'
import { retryRuleOf } from '../../../core/wechat/faults.ts'
import { addressIn, refusal } from '../../../core/wechat/refusal.ts'

/** The table of WeChat's error codes: what each is to the caller, and what may follow without a person. */
const table = [
  [-1, 'system-busy', 'back-off'],
  [40001, 'token-refused', 'token'],
  [40014, 'token-refused', 'token'],
  [42001, 'token-refused', 'token'],
  [41001, 'settings-incomplete', 'stop'],
  [40002, 'settings-incomplete', 'stop'],
  [41002, 'settings-incomplete', 'stop'],
  [41004, 'settings-incomplete', 'stop'],
  [40013, 'wrong-app-id', 'stop'],
  [40125, 'wrong-secret', 'stop'],
  [40164, 'address-not-listed', 'stop'],
  [61004, 'address-not-listed', 'stop'],
  [45035, 'address-not-listed', 'stop'],
  [40243, 'secret-frozen', 'stop'],
  [50002, 'account-restricted', 'stop'],
  [50004, 'account-restricted', 'stop'],
  [50007, 'account-restricted', 'stop'],
  [89501, 'address-unconfirmed', 'stop'],
  [89502, 'address-unconfirmed', 'stop'],
  [89503, 'address-unconfirmed', 'stop'],
  [89504, 'address-unconfirmed', 'stop'],
  [89505, 'address-unconfirmed', 'stop'],
  [89506, 'address-refused-for-a-day', 'stop'],
  [89507, 'address-refused-for-an-hour', 'stop'],
  [45009, 'daily-limit', 'tomorrow'],
  [45011, 'minute-limit', 'next-minute'],
  [43002, 'request-faulty', 'no'],
  [43003, 'request-faulty', 'no'],
  [40097, 'request-faulty', 'no'],
  [47001, 'request-faulty', 'no'],
  [44002, 'request-faulty', 'no'],
  [48001, 'interface-not-granted', 'stop'],
  [43104, 'interface-not-granted', 'stop'],
  [48004, 'interface-not-granted', 'stop'],
  [61007, 'interface-not-granted', 'stop'],
  [61003, 'authorization-lost', 'stop'],
  [61005, 'authorization-lost', 'stop'],
  [61006, 'authorization-lost', 'stop'],
  [61011, 'authorization-lost', 'stop'],
  [61014, 'authorization-lost', 'stop'],
  [61023, 'authorization-lost', 'stop'],
  [61024, 'authorization-lost', 'stop'],
  [41005, 'image-refused', 'no'],
  [44001, 'image-refused', 'no'],
  [40137, 'image-refused', 'no'],
  [40006, 'image-too-large', 'no'],
  [40009, 'image-too-large', 'no'],
  [45001, 'image-too-large', 'no'],
  [101000, 'image-address-unreachable', 'once'],
  [101002, 'image-undecodable', 'no'],
  [101003, 'market-quota', 'tomorrow'],
  [-604101, 'cloud-permission-missing', 'stop'],
  [99999, 'unknown-refusal', 'no'],
] as const

describe('a refusal of WeChat', () => {
  it.each(table)('%i is %s, then %s', (code, kind, rule) => {
    expect(kindOfCode(code, 'some words', 'recognition')).toBe(kind)
    expect(retryRuleOf(kind)).toBe(rule)
  })

  it('of a picture without a license is what it is offline', () => {
    expect(kindOfCode(101001, 'certificate not found', 'recognition')).toBe('no-license')
  })

  it('depends on the call and the words where the code says too little', () => {
    expect(kindOfCode(40001, '', 'token')).toBe('wrong-secret')
    expect(kindOfCode(40001, '', 'function')).toBe('unknown-refusal')
    expect(kindOfCode(101002, 'not enough market quota', 'recognition')).toBe('market-quota')
  })

  it('keeps code and rid', () => {
    expect(
      refusal(48001, 'api unauthorized rid: 5f8d0a1b-6a3c2e1d-0a1b2c3d', 'recognition', []),
    ).toEqual({
      kind: 'interface-not-granted',
      message: 'WeChat refused: 48001 api unauthorized rid: 5f8d0a1b-6a3c2e1d-0a1b2c3d',
      code: 48001,
      rid: '5f8d0a1b-6a3c2e1d-0a1b2c3d',
    })
    expect(refusal(-1, '', 'recognition', [])).not.toHaveProperty('rid')
  })

  it('never repeats a secret', () => {
    const secret = 'canary-of-words-only'
    const token = 'T0k_en-that-nobody-told-us-about'
    const said = refusal(
      40125,
      `bad ${secret}\u0000 and ${token} for authorizer_access_token`,
      'token',
      [secret, ''],
    )
    expect(said.message).toBe('WeChat refused: 40125 bad …  and … for authorizer_access_token')
  })

  it('is cut when it is long', () => {
    expect(refusal(1, 'word '.repeat(500), 'token', []).message.length).toBeLessThan(400)
  })

  it.each([
    ['invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist', '203.0.113.9'],
    ['invalid ip 2001:db8::17, not in whitelist', '2001:db8::17'],
    ['not in whitelist rid: 5f8d0a1b-6a3c2e1d-0a1b2c3d', undefined],
  ])('names the address of %j', (message, address) => {
    expect(addressIn(message)).toBe(address)
  })
})
