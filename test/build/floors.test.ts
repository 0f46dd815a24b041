import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkFloors } from '../../build/floors.ts'

const root = path.resolve(import.meta.dirname, '../..')
const page = 'docs/architecture.md'

/** A copy of the program's sources and of the page, spoiled by each test and mended after it. */
const copy = mkdtempSync(path.join(os.tmpdir(), 'floors-'))
const mend: (() => void)[] = []

beforeAll(() => {
  for (const house of ['core', 'electron', 'renderer'])
    cpSync(path.join(root, house), path.join(copy, house), {
      recursive: true,
      filter: (place) => statSync(place).isDirectory() || /\.tsx?$/.test(place),
    })
  for (const folder of ['docs', 'build', 'test']) mkdirSync(path.join(copy, folder))
  cpSync(path.join(root, page), path.join(copy, page))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

afterEach(() => {
  for (const undo of mend.splice(0).toReversed()) undo()
})

const write = (file: string, text: string): void => {
  const place = path.join(copy, file)
  const before = existsSync(place) ? readFileSync(place) : undefined
  mend.push(() => (before === undefined ? rmSync(place) : writeFileSync(place, before)))
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, text)
}
const append = (file: string, line: string): void =>
  write(file, `${readFileSync(path.join(copy, file), 'utf8')}\n${line}\n`)
const changePage = (change: (text: string) => string): void =>
  write(page, change(readFileSync(path.join(copy, page), 'utf8')))

const check = (): string[] => checkFloors(copy).faults

describe('the floors of the house', () => {
  it('stand, all sources and tests included', () => {
    expect(checkFloors(root).faults).toEqual([])
  })

  it('are checked by a program that says what is wrong, and ends with 1', () => {
    const program = path.join(root, 'build/floors.ts')
    const sound = spawnSync('node', [program, copy], { encoding: 'utf8' })
    expect(sound.stdout).toContain('no circle, no import upwards')
    expect(sound.status).toBe(0)
    write('electron/hub/outbox.ts', 'export const nothing = 0')
    const spoiled = spawnSync('node', [program, copy], { encoding: 'utf8' })
    expect(spoiled.stderr).toContain('electron/hub/ has no floor')
    expect(spoiled.status).toBe(1)
  })

  it.each([
    ['a value', "import { keptPath } from './record.ts'"],
    ['a type', "import type { LicenseRecord } from './record.ts'"],
    ['what is passed on', "export type { LicenseRecord } from './record.ts'"],
    ['a type in passing', "export type Kept = import('./record.ts').LicenseRecord"],
    ['what is loaded later', "export const later = () => import('./record.ts')"],
  ])('refuse a circle through %s', (_, line) => {
    append('core/license/field.ts', line)
    expect(check()).toEqual([
      expect.stringMatching(/core\/license\/field\.ts.*→.*: break this circle/),
    ])
  })

  it('refuse a circle among tests and scripts', () => {
    write('test/one.ts', "import './other.ts'")
    write('test/other.ts', "import './third.ts'")
    write('test/third.ts', "import './one.ts'")
    expect(check()).toEqual([
      'test/one.ts → test/other.ts → test/third.ts → test/one.ts: break this circle.',
    ])
  })

  it('tell of two circles that do not touch, and of no bystander', () => {
    write('test/a.ts', "import './b.ts'")
    write('test/b.ts', "import './a.ts'")
    write('test/c.ts', "import './d.ts'; import './a.ts'")
    write('test/d.ts', "import './c.ts'")
    write('test/e.ts', "import './a.ts'; import './c.ts'")
    expect(check()).toEqual([
      'test/a.ts → test/b.ts → test/a.ts: break this circle.',
      'test/c.ts → test/d.ts → test/c.ts: break this circle.',
    ])
  })

  it.each([
    ['a room above', 'electron/jobs/write.ts', '../desk/desk.ts', 'electron, floor 11'],
    ['a room beside', 'electron/ipc/jobs.ts', '../cli/exit-codes.ts', 'electron, floor 12'],
    ['another house', 'renderer/state/rows.ts', '../../electron/clock/local-time.ts', 'electron'],
    ['core above itself', 'core/license/date.ts', '../export/csv.ts', 'core, floor 7'],
  ])('refuse an import from %s', (_, file, other, floor) => {
    write(file, `import type {} from '${other}'`)
    const faults = check().filter((fault) => fault.startsWith(`${file} (`))
    expect(faults).toEqual([expect.stringContaining(`(${floor}`)])
    expect(faults).toEqual([expect.stringContaining('only from floors below')])
  })

  it('refuse to import what is no part of the program', () => {
    write('test/fakes/fake.ts', 'export const fake = 1')
    append('electron/clock/local-time.ts', "export { fake } from '../../test/fakes/fake.ts'")
    expect(check()).toEqual([
      'electron/clock/local-time.ts imports test/fakes/fake.ts, no part of the program.',
    ])
  })

  it.each([
    ['a new folder', 'electron/hub/outbox.ts', 'electron/hub/ has no floor'],
    ['a new folder inside a room', 'core/words/old/said.ts', 'core/words/old/ has no floor'],
    ['a loose file at the root', 'electron/loose.ts', 'electron/loose.ts has no floor'],
  ])('refuse %s that the page does not list', (_, file, said) => {
    write(file, 'export const nothing = 0')
    expect(check()).toEqual([`${said}: list it.`])
  })

  it('refuse a room that the page no longer lists, lists twice, or lists in vain', () => {
    changePage((text) => text.replace(/^.*`electron\/vault\/`.*\n/m, ''))
    expect(check()).toEqual(['electron/vault/ has no floor: list it.'])
    changePage((text) => text.replace(/^(.*`core\/jobs\/`.*\n)/m, '$1$1| 3 | `core/gone/` | |\n'))
    expect(check()).toEqual([
      'electron/vault/ has no floor: list it.',
      'core/gone/ is listed and holds no source: take it off the list.',
      'core/jobs/ is listed twice.',
    ])
  })

  it('move with the page', () => {
    changePage((text) => text.replace(/\| 2 \| `electron\/vault\/`/, '| 9 | `electron/vault/`'))
    expect(check()).toContainEqual(
      expect.stringMatching(/^electron\/store\/sqlite\/.* imports electron\/vault\//),
    )
  })
})
