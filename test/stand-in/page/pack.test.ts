import { expect, test } from 'vitest'
import { pack, unpack } from './pack.ts'

test.each([
  ['plain', [{ 姓名: '王小雨', boxes: [1, 2.5], isSure: true, note: null }]],
  ['what JSON cannot write', [undefined, { left: undefined }, 10n, Number.NaN, -Infinity]],
  ['what is no plain object', [new Date(0), new Map([[1, { of: new Set(['a']) }]])]],
  ['bytes', [Uint8Array.of(0, 128, 255), Uint8Array.of(1, 2).buffer]],
  ['what looks like a mark', [{ $: 'Date', v: 1 }, '"$":']],
])('%s comes out as it went in', (_name, value) => {
  expect(unpack(pack(value))).toEqual(value)
})

test('what cannot be cloned is refused', () => {
  expect(() => pack([() => 1])).toThrow('could not be cloned')
})
