import { describe, expect, it } from 'vitest'
import { strengthOf } from '../../../core/lock/passphrase.ts'

describe('how hard a passphrase is to guess', () => {
  it.each([
    ['', 'short'],
    ['abc123', 'short'],
    ['1234567890', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['20261124201811', 'weak'],
    ['Rote-Katze7', 'fair'],
    ['红色的猫在屋顶上睡觉', 'strong'],
    ['correct horse battery staple', 'strong'],
  ] as const)('%s is %s', (text, strength) => {
    expect(strengthOf(text)).toBe(strength)
  })
})
