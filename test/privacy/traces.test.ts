import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { newFolder } from '../electron/settings/folder.ts'
import { tracesIn } from './traces.ts'

const name = '欧阳明远'
const big = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

it.each([
  ['utf-8', Buffer.from(`x${name}`)],
  ['utf-16le', Buffer.from(name, 'utf16le')],
  ['utf-16be', big(name)],
  ['json', Buffer.from('"\\u6b27\\u9633\\u660e\\u8fdc"')],
  ['percent', Buffer.from(`?name=${encodeURIComponent(name)}`)],
  ['utf-8 in hex', Buffer.from(Buffer.from(`a${name}b`).toString('hex'))],
  ['utf-16be in hex', Buffer.from(big(name).toString('hex').toUpperCase())],
  ...['', 'a', 'ab', 'abc'].map(
    (before) =>
      [
        'utf-8 in base64',
        Buffer.from(Buffer.from(`${before}${name}!`).toString('base64')),
      ] as const,
  ),
  ['utf-16le in base64', Buffer.from(Buffer.from(`${name}!`, 'utf16le').toString('base64'))],
] as const)('finds what stands there as %s', (form, bytes) => {
  const folder = newFolder()
  const file = path.join(folder, '.hidden')
  writeFileSync(file, Buffer.concat([Buffer.alloc(1001, 7), bytes, Buffer.alloc(99, 7)]))
  expect(tracesIn(folder, ['another', name])).toEqual([{ file, text: name, form }])
})

it('finds nothing where nothing stands', () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'desk'), Buffer.from('欧阳明 远'))
  expect(tracesIn(folder, [name])).toEqual([])
})
