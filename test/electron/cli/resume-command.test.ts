import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { ScanOptions } from '../../../electron/cli/arguments.ts'
import { printable } from '../../../electron/cli/display-width.ts'
import { resumeCommand } from '../../../electron/cli/resume-command.ts'

const root = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

const options: ScanOptions = {
  data: { folder: '/desk/records', keyFile: '/desk/desk.key' },
  language: 'en',
  engine: 'offline',
  concurrency: 2,
  whenSpent: 'fail',
  splitPages: false,
  quiet: false,
  force: false,
  json: '/desk/lines.json',
}

it('names the folder, the key and the way to read, and never the lines that stand already', () => {
  expect(resumeCommand(options, root, 'linux')).toBe(
    'npm run --silent desk -- resume --data /desk/records --key-file /desk/desk.key --engine offline',
  )
  const { data: _key, ...others } = options
  const spoken = { ...others, data: { folder: '/d' } }
  const more = { baseAddress: 'http://127.0.0.1:8080', whenSpent: 'wait', csv: '/t.csv' } as const
  expect(resumeCommand({ ...spoken, ...more, splitPages: true, force: true }, root, 'linux')).toBe(
    'npm run --silent desk -- resume --data /d --engine offline --base-url http://127.0.0.1:8080 --when-spent wait --csv /t.csv --split-pages --force',
  )
})

it('judges the rest by the same rental where tables are written', () => {
  const rental = { vehicle: 'C1', pickUp: '2030-12-01', giveBack: '2030-12-05' } as const
  expect(resumeCommand({ ...options, rental, xlsx: '/t.xlsx' }, root, 'linux')).toMatch(
    / --xlsx \/t\.xlsx --vehicle C1 --pick-up 2030-12-01 --return 2030-12-05$/,
  )
  expect(resumeCommand({ ...options, rental }, root, 'linux')).not.toContain('--vehicle')
})

it('says where the program is to whoever stands elsewhere', () => {
  expect(resumeCommand(options, path.join(root, 'docs'), 'linux')).toMatch(/^npm run --silent desk/)
  expect(resumeCommand(options, path.dirname(root), 'linux')).toContain(
    ` --prefix ${root} desk -- `,
  )
})

it('is quoted for Windows, and comes through PowerShell whole', () => {
  const data = { folder: 'C:\\登记 表', keyFile: 'C:\\k' }
  const command = resumeCommand({ ...options, data }, root, 'win32')
  expect(command).toMatch(/^npm\.cmd run --silent desk -- resume /)
  expect(command).toContain(' --data "C:\\登记 表" --key-file "C:\\k" ')
})

it
  .skipIf(process.platform === 'win32')
  .each([
    '/登记 表',
    '/it\'s $HOME `x` "y" \\ ! * ; & |',
    '/a\nb\t\u001b[2J',
    '/\u202egpj',
    "/a\n'b\\c",
  ])('is taken by a shell as it was meant: %j', (folder) => {
  const command = resumeCommand({ ...options, data: { folder } }, root)
  expect(printable(command)).toBe(command)
  const script = command.replace(/^npm/, 'printf "%s\\0"')
  const words = execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  }).split('\0')
  expect(words[words.indexOf('--data') + 1]).toBe(folder)
})
