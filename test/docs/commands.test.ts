import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { filledIn, notRun, runUntil } from './not-run.ts'
import { allPages, type Command, root } from './pages.ts'

/** Decisions name commands of their time. */
const pages = allPages().filter(({ file }) => !file.startsWith('docs/adr/'))
const all = pages.flatMap(({ file, commands }) => commands.map((command) => ({ file, ...command })))
const texts = [...new Set(all.filter(forHere).map(({ text }) => text))]
const tried = [
  ...texts.filter((text) => !(text in notRun) && !(text in filledIn)),
  ...Object.keys(filledIn),
]

function forHere({ shell }: Command): boolean {
  return shell !== 'powershell'
}

describe('what the pages say of commands', () => {
  it('leaves out none that they do not name', () => {
    const lists = { ...notRun, ...filledIn, ...runUntil }
    expect(Object.keys(lists).filter((text) => !texts.includes(text))).toEqual([])
  })

  it('names only scripts that there are', () => {
    const named = all.flatMap(
      ({ text }) =>
        /npm(?:\.cmd)? run (?:--silent )?(?<script>[\w:]+)/.exec(text)?.groups?.['script'] ?? [],
    )
    expect(named.filter((script) => !(script in packageFile.scripts))).toEqual([])
  })

  it('works in Windows PowerShell too, or says how', () => {
    const onlyInBash = /&&|\|\||\$\(|\\$|^export |^\w+=/
    const untold = pages.flatMap(({ file, commands }) =>
      commands
        .filter(({ text, shell }, at) => {
          const isTold = commands.slice(at).some((later) => later.shell === 'powershell')
          return shell === 'sh' && onlyInBash.test(text) && !isTold
        })
        .map(({ text }) => `${file}: ${text}`),
    )
    expect(untold).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('on a fresh copy', () => {
  let copy = ''
  let home = ''

  beforeAll(async () => {
    copy = path.join(await mkdtemp(path.join(os.tmpdir(), '副本 ')), 'license-desk')
    home = await mkdtemp(path.join(os.tmpdir(), 'home-'))
    await cp(root, copy, { recursive: true, filter: isSource })
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  })
  afterAll(async () => {
    await rm(path.dirname(copy), { recursive: true, force: true })
    await rm(home, { recursive: true, force: true })
  })

  it.each(tried)('works: %s', async (text) => {
    const { code, output } = await run(filledIn[text] ?? text, runUntil[text])
    expect([code, output.slice(-2000)]).toEqual([0, expect.anything()])
    for (const [, file = ''] of text.matchAll(/--(?:csv|key-file) "?(?:\$HOME\/)?([^\s"]+)/g))
      expect([file, [copy, home].some((folder) => existsSync(path.join(folder, file)))]).toEqual([
        file,
        true,
      ])
  })

  it('leaves what was promised', async () => {
    const table = await readFile(path.join(copy, 'out/licenses.csv'), 'utf8')
    expect(table.trimEnd().split('\n')).toHaveLength(13)
  })

  /** What `git clone` brings, and nothing that was made since. */
  function isSource(place: string): boolean {
    const [first = ''] = path.relative(root, place).split(path.sep)
    return !['.git', 'node_modules', 'dist', 'out', '.cache'].includes(first)
  }

  async function run(text: string, until?: RegExp): Promise<{ code: number; output: string }> {
    const child = spawn('bash', ['-c', text], {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: what npm started ends with it.
      detached: true,
      env: asOutside(),
    })
    let output = ''
    let isSeen = false
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => {
        output += more
        if (isSeen || until?.test(output) !== true) return
        isSeen = true
        process.kill(-(child.pid ?? 0), 'SIGINT')
      })
    const code = await new Promise<number>((resolve) => {
      child.once('close', (ended) => resolve(ended ?? 1))
    })
    return { code: isSeen ? 0 : code, output }
  }

  /** As a terminal is before any script of npm runs. */
  function asOutside(): NodeJS.ProcessEnv {
    const outside = Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_|LICENSE_DESK_|INIT_CWD$|VITEST|NODE_)/.test(name),
    )
    const folders = (process.env['PATH'] ?? '').split(path.delimiter)
    const own = folders.filter((folder) => !folder.includes('node_modules'))
    return { ...Object.fromEntries(outside), HOME: home, PATH: own.join(path.delimiter) }
  }
})
