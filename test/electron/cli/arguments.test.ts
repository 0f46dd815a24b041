import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../electron/cli/arguments.ts'

const english = { LANG: 'en_US.UTF-8' }

describe('what can be asked', () => {
  it('scans paths with every option', () => {
    const args = [
      'scan',
      'a.jpg',
      'b',
      '--json',
      '-',
      '--csv',
      'out.csv',
      '--lang',
      'zh',
      '--quiet',
    ]
    expect(readArguments([...args, '--engine', 'offline'], english)).toEqual({
      ok: true,
      value: {
        kind: 'scan',
        paths: ['a.jpg', 'b'],
        language: 'zh',
        engine: 'offline',
        concurrency: 2,
        whenSpent: 'fail',
        quiet: true,
        json: '-',
        csv: 'out.csv',
      },
    })
  })

  it('asks WeChat where it is told to', () => {
    const args = ['scan', 'a.jpg', '--engine', 'auto', '--concurrency', '4', '--when-spent', 'wait']
    expect(readArguments([...args, '--base-url', 'http://127.0.0.1:8080'], english)).toMatchObject({
      value: {
        engine: 'auto',
        concurrency: 4,
        whenSpent: 'wait',
        baseAddress: 'http://127.0.0.1:8080',
      },
    })
    expect(readArguments(['scan', 'a.jpg', '--when-spent', 'never'], english)).toMatchObject({
      error: { message: '--when-spent takes fail, wait or offline, not “never”' },
    })
  })

  it('takes what follows -- for a path', () => {
    expect(readArguments(['scan', '--', '--odd.jpg'], english)).toMatchObject({
      value: { paths: ['--odd.jpg'] },
    })
  })

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LC_MESSAGES: 'zh_HK', LANG: 'C' }, 'zh'],
    [{}, 'en'],
  ])('speaks the language of %j', (environment, language) => {
    expect(readArguments(['demo'], environment)).toMatchObject({ value: { language } })
  })
})

describe('what is wrong', () => {
  it.each([
    [[], 'Say what to do'],
    [['scan'], 'Name the images'],
    [['read', 'a.jpg'], '“read”'],
    [['scan', 'a.jpg', '--jsno', '-'], '--jsno'],
    [['scan', 'a.jpg', '--csv'], '--csv'],
    [['scan', 'a.jpg', '--quiet=yes'], '--quiet'],
    [['scan', 'a.jpg', '--csv', '-'], 'standard output is for JSON'],
    [['scan', 'a.jpg', '--engine', 'magic'], '“magic”'],
    [['scan', 'a.jpg', '--lang', 'fr'], '“fr”'],
    [['scan', 'a.jpg', '--concurrency', '0'], '“0”'],
    [['scan', 'a.jpg', '--base-url', 'http://api.weixin.qq.com'], '“http://api.weixin.qq.com”'],
    [['demo', 'a.jpg'], 'use scan'],
  ])('%j is told as %s', (args, told) => {
    const read = readArguments(args, english)
    expect(read.ok ? '' : read.error.message).toContain(told)
  })
})
