import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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
        splitPages: false,
        quiet: true,
        force: false,
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
      error: { message: '“never” cannot be used. Give --when-spent fail, wait or offline.' },
    })
  })

  it('reads offline, and where an account is set asks WeChat too', () => {
    const engineIn = (args: readonly string[], environment: Record<string, string>): unknown => {
      const command = readArguments(args, { ...english, ...environment })
      return command.ok && 'engine' in command.value ? command.value.engine : command
    }
    const account = { LICENSE_DESK_APP_ID: 'wx1', LICENSE_DESK_APP_SECRET: 'secret' }
    const service = {
      LICENSE_DESK_TOKEN_MODE: 'service',
      LICENSE_DESK_TOKEN_URL: 'https://tokens.example',
    }
    expect(engineIn(['scan', 'a.jpg'], {})).toBe('offline')
    expect(engineIn(['scan', 'a.jpg'], { LICENSE_DESK_APP_ID: 'wx1' })).toBe('offline')
    expect(engineIn(['scan', 'a.jpg'], account)).toBe('auto')
    expect(engineIn(['scan', 'a.jpg'], service)).toBe('auto')
    expect(engineIn(['scan', 'a.jpg', '--engine', 'offline'], account)).toBe('offline')
    expect(engineIn(['demo'], account)).toBe('offline')
    expect(engineIn(['scan', 'a.jpg'], { ...account, LICENSE_DESK_TOKEN_MODE: '' })).toBe('auto')
  })

  it('refuses a way to get tokens that there is not, where WeChat would be asked', () => {
    const odd = { ...english, LICENSE_DESK_TOKEN_MODE: 'odd' }
    expect(readArguments(['scan', 'a.jpg'], odd)).toMatchObject({
      error: {
        message:
          'There is no token mode “odd”. Set LICENSE_DESK_TOKEN_MODE to stable, classic, platform or service.',
      },
    })
    const offline = { value: { engine: 'offline' } }
    expect(readArguments(['scan', 'a.jpg', '--engine', 'offline'], odd)).toMatchObject(offline)
    expect(readArguments(['demo'], odd)).toMatchObject(offline)
  })

  it('keeps the pages of a license apart where that is asked for', () => {
    const expected = { value: { kind: 'scan', splitPages: true } }
    expect(readArguments(['scan', 'a.jpg', '--split-pages'], english)).toMatchObject(expected)
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
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: '' }, 'zh'],
    [{}, 'zh'],
  ])('speaks the language of %j, else that of the system', (environment, language) => {
    const chinese = readArguments(['demo'], environment, 'zh-Hans-CN')
    expect(chinese).toMatchObject({ value: { language } })
    expect(readArguments(['demo'], {}, 'en-US')).toMatchObject({ value: { language: 'en' } })
  })

  it('asks the system itself for its language', () => {
    const program = `import { readArguments } from './electron/cli/arguments.ts'
      console.log(JSON.stringify(readArguments(['demo'], {})))`
    const told = (locale: string): unknown =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', program], {
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: locale },
          cwd: fileURLToPath(new URL('../../..', import.meta.url)),
        }),
      )
    expect(told('zh_CN.UTF-8')).toMatchObject({ value: { language: 'zh' } })
    expect(told('en_US.UTF-8')).toMatchObject({ value: { language: 'en' } })
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
    [['scan', 'a.jpg', '--csv', '-'], 'Standard output is for JSON'],
    [['scan', 'a.jpg', '--csv', ''], '--csv'],
    [['scan', 'a.jpg', '--json='], '--json'],
    [['scan', 'a.jpg', '--json', 'out/'], 'out/ is written like a folder'],
    [['scan', 'a.jpg', '--engine', 'magic'], '“magic”'],
    [['scan', 'a.jpg', '--lang', 'fr'], '“fr”'],
    [['scan', 'a.jpg', '--concurrency', '0'], '“0”'],
    [['scan', 'a.pdf', '--pages', '3,5-4'], '“5-4”'],
    [['scan', 'a.jpg', '--base-url', 'http://api.weixin.qq.com'], '“http://api.weixin.qq.com”'],
    [['scan', 'a.jpg', '--xlsx', '-'], 'Give --xlsx the name of a file'],
    [['scan', 'a.jpg', '--xlsx', 'out/'], 'out/ is written like a folder'],
    [['scan', 'a.jpg', '--tsv', 'out.tsv'], '“out.tsv”'],
    [['scan', 'a.jpg', '--tsv', '-', '--json', '-'], 'Choose one of them'],
    [['scan', 'a.jpg', '--preset', 'mine'], '“mine”'],
    [['scan', 'a.jpg', '--encoding', 'gbk'], '“gbk”'],
    [['demo', 'a.jpg'], 'Use scan'],
  ])('%j is told as %s', (args, told) => {
    const read = readArguments(args, english)
    expect(read.ok ? '' : read.error.message).toContain(told)
  })
})

describe('records that are kept', () => {
  const key = ['--data', 'held', '--key-file', 'desk.key']
  const data = { folder: 'held', keyFile: 'desk.key' }

  it('are opened by a key file, or by the passphrase in the environment', () => {
    expect(readArguments(['scan', 'a.jpg', ...key], english)).toMatchObject({ value: { data } })
    const spoken = { ...english, LICENSE_DESK_PASSPHRASE: 'seven green rivers' }
    expect(readArguments(['scan', 'a.jpg', '--data', 'held'], spoken)).toMatchObject({
      value: { data: { folder: 'held' } },
    })
  })

  it.each([
    [['resume'], { kind: 'resume', engine: 'offline', data }],
    [['list', '--json', '-'], { kind: 'list', json: '-', data }],
    [['export', '--csv', 'out.csv'], { kind: 'export', csv: 'out.csv', force: false, data }],
    [['export', '--csv', 'out.csv', '--force'], { kind: 'export', force: true }],
    [
      ['export', '--xlsx', 'out.xlsx', '--tsv', '-', '--preset', '租车台账'],
      { kind: 'export', xlsx: 'out.xlsx', tsv: '-', preset: 'rental' },
    ],
    [
      ['resume', '--csv', 'out.csv', '--encoding', 'gb18030', '--preset', 'call'],
      { kind: 'resume', csv: 'out.csv', encoding: 'gb18030', preset: 'call' },
    ],
    [['list', '--json', 'out.json', '--force'], { kind: 'list', force: true }],
    [['purge', '--older-than', '30'], { kind: 'purge', olderThan: 30, preview: false, data }],
    [['purge', '--older-than', '0', '--preview'], { kind: 'purge', olderThan: 0, preview: true }],
    [['audit', 'verify'], { kind: 'audit', data }],
  ])('%j', (args, value) => {
    expect(readArguments([...args, ...key], english)).toMatchObject({ ok: true, value })
  })

  it.each([
    [['scan', 'a.jpg', '--data', 'held'], 'LICENSE_DESK_PASSPHRASE'],
    [['scan', 'a.jpg', '--key-file', 'desk.key'], '--data'],
    [['resume'], 'Add --data FOLDER'],
    [['list', 'a.jpg', ...key], 'takes no image paths'],
    [['resume', 'a.jpg', ...key], 'takes no image paths'],
    [['export', ...key], '--csv FILE'],
    [['purge', ...key], '--older-than DAYS'],
    [['purge', '--older-than', 'week', ...key], '“week”'],
    [['purge', '--older-than=-1', ...key], '“-1”'],
    [['audit', ...key], 'audit verify'],
  ])('wrong: %j', (args, part) => {
    expect(readArguments(args, english)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(part) },
    })
  })
})

describe('a rental on the command line', () => {
  const dates = ['--pick-up', '2026-12-01', '--return', '2026-12-05']
  const read = (...given: string[]) =>
    readArguments(['scan', 'a.jpg', '--json', '-', '--lang', 'en', ...given], {})

  it('is a class and two dates, and needs lines to stand in', () => {
    expect(read('--vehicle', 'c1', ...dates)).toMatchObject({
      value: { rental: { vehicle: 'C1', pickUp: '2026-12-01', giveBack: '2026-12-05' } },
    })
    expect(read()).toMatchObject({ ok: true })
    const without = readArguments(['scan', 'a.jpg', '--vehicle', 'C1', ...dates], {})
    expect(without).toMatchObject({ error: { message: expect.stringMatching(/--json|JSON/) } })
  })

  it.each([
    ['the dates', ['--vehicle', 'C1'], '--pick-up'],
    ['the class', dates, '--vehicle'],
    ['a known class', ['--vehicle', 'C9', ...dates], '“C9”'],
    [
      'a day of the calendar',
      ['--vehicle', 'C1', ...dates, '--return', '2026-02-30'],
      '“2026-02-30”',
    ],
    [
      'a return after the pick-up',
      ['--vehicle', 'C1', ...dates, '--return', '2026-11-30'],
      '2026-11-30',
    ],
  ])('asks for %s', (_, given, said) => {
    const answer = read(...given)
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining(said) } })
  })

  it('is no matter of records that are held', () => {
    const given = ['list', '--data', 'd', '--key-file', 'k', '--json', '-', '--vehicle', 'C1']
    expect(readArguments([...given, ...dates, '--lang', 'en'], {})).toMatchObject({ ok: false })
  })
})
