import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../core/wechat/json.ts'

const mega = 1_000_000

/** Milliseconds of processor time, which a busy machine does not lengthen. */
function timeOf(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('an answer of a megabyte', () => {
  it.each([
    ['an open string of escaped quotes', `{"a":"${'\\"'.repeat(mega / 2)}`, 'unreadable'],
    ['the same, cut off behind a backslash', `{"a":"${'\\"'.repeat(mega / 2)}\\`, 'unreadable'],
    ['quotes alone', '"'.repeat(mega + 1), 'unreadable'],
    ['brackets', '['.repeat(mega), 'unreadable'],
    ['one text with a line feed', `{"a":"\n${'x'.repeat(mega)}"}`, 'json'],
    ['one number', `{"a":${'1'.repeat(mega)}}`, 'json'],
    ['many numbers', `[${'1234567890123456789,'.repeat(mega / 20)}1]`, 'json'],
  ])('is looked through once, whatever it holds: %s', (_, text, kind) => {
    let found = ''
    expect(timeOf(() => (found = parseJson(text).kind))).toBeLessThan(3_000)
    expect(found).toBe(kind)
  })
})
