import { describe, expect, it } from 'vitest'
import { strengthOf } from '../../../core/lock/passphrase.ts'
import { makePassphrase } from '../../../renderer/state/passphrase.ts'

const counting = () => {
  let next = 0
  return (count: number) => Uint8Array.from({ length: count }, () => (next += 7) % 256)
}

describe('a made passphrase', () => {
  it('is five blocks of five letters and digits that are not mistaken for each other', () => {
    expect(makePassphrase(counting())).toMatch(/^[A-Z3-9]{5}(-[A-Z3-9]{5}){4}$/)
    expect(makePassphrase(counting())).not.toMatch(/[0O1IL5S2Z8B]/)
  })

  it('prefers no letter: bytes that would are left out', () => {
    const uneven = (count: number) => new Uint8Array(count).fill(255)
    let calls = 0
    const random = (count: number) => (calls++ === 0 ? uneven(count) : new Uint8Array(count))
    expect(makePassphrase(random)).toBe('AAAAA-AAAAA-AAAAA-AAAAA-AAAAA')
    expect(calls).toBe(2)
  })

  it('is strong', () => {
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
    expect(strengthOf(makePassphrase(random))).toBe('strong')
  })
})
