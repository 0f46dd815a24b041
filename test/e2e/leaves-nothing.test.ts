import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findElectron } from '../../build/start/electron-binary.ts'
import type { Deed } from '../privacy/deeds.ts'
import { openTracer, skipFor, whyNoTracer } from '../privacy/tracer.ts'
import { samplesFolder } from '../fixtures/samples.ts'
import { dropFiles } from './harness/drop-files.ts'
import { launchDesk, root } from './harness/launch-desk.ts'
import { countStates } from './harness/view.ts'

/** Milliseconds: the library that reads asked for its maker's address about ten seconds after it was loaded. */
const longEnough = 30_000
/** More than are read in that time. */
const images = 400

test('a scan of half a minute looks up nothing, reaches nobody, and leaves nothing but what it was asked for', async (context) => {
  const missing = whyNoTracer()
  if (missing !== undefined) return skipFor(context, missing)
  const at = newPlace('photos', 'home', 'temporary', 'key')
  writeImages(at('photos'))
  // Where compiled code is kept stands beside what other tests keep; whichever comes first makes it.
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  const tracer = openTracer()
  const command = ['scan', at('photos'), '--engine', 'offline', '--json', '-']
  command.push('--data', at('records'), '--key-file', at('key/desk.key'))
  const [program, ...words] = [
    ...tracer.before,
    process.execPath,
    path.join(root, 'electron/cli.ts'),
    ...command,
  ]
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...talkative, HOME: at('home'), TMPDIR: at('temporary') },
  })
  let began: number | undefined
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  // Something was read. Half a minute after the first time a person has seen enough.
  child.stdout.on('data', () => {
    began ??= performance.now()
    if (performance.now() - began > longEnough) child.kill('SIGINT')
  })
  const [code] = await once(child, 'close')
  expect({ code, errors }).toMatchObject({ code: 130 })
  const deeds = tracer.deeds()
  expect(deeds.filter(({ kind }) => kind === 'program')).toHaveLength(2)
  const kept = [at('records'), at('key'), path.join(root, '.cache/compiled')]
  expect(deeds.filter((deed) => !isAskedFor(deed, kept))).toEqual([])
})

test('nor does the window in half a minute of reading', async (context) => {
  const missing = whyNoTracer()
  if (missing !== undefined) return skipFor(context, missing)
  if (findElectron(root) !== undefined)
    return skipFor(context, 'what Electron does is not told apart')
  const at = newPlace('photos', 'desk')
  writeImages(at('photos'))
  writeFileSync(at('desk/settings.json'), JSON.stringify({ language: 'zh' }))
  for (const [name, value] of Object.entries(talkative)) vi.stubEnv(name, value)
  vi.stubEnv('LICENSE_DESK_APP_SECRET', 'canary-secret')
  onTestFinished(() => void vi.unstubAllEnvs())
  const tracer = openTracer()
  const desk = await launchDesk({ userData: at('desk'), watchedBy: tracer.before })
  await dropFiles(desk.page(), [at('photos')])
  const isRead = async (): Promise<boolean> => {
    const { ready = 0, look = 0 } = await countStates(desk.page())
    return ready + look > 0
  }
  await expect.poll(isRead).toBe(true)
  const began = performance.now()
  await expect.poll(() => performance.now() - began, { interval: 1000 }).toBeGreaterThan(longEnough)
  const ofEngine = readFileSync(`/proc/${await desk.enginePid()}/environ`, 'utf8')
  expect(ofEngine).not.toContain('canary')
  await desk.quit()
  await desk.ended
  const deeds = tracer.deeds()
  expect(deeds.filter(({ kind }) => kind === 'program')).toHaveLength(2)
  expect(deeds.filter((deed) => !isAskedFor(deed, [at('desk')]))).toEqual([])
})

/** A place of one test, whose path is plain letters; gives the paths in it. */
function newPlace(...folders: readonly string[]): (name: string) => string {
  const place = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'license-desk-leaves-')))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const at = (name: string): string => path.join(place, name)
  for (const name of folders) mkdirSync(at(name))
  return at
}

/** Where the C library asks for the name of the user who is logged in. */
const forUserName =
  /^\/(var\/)?run\/(nscd\/socket|systemd\/userdb\/.*)$|^\/var\/lib\/sss\/pipes\/nss$/

/** @param kept where the program may make files */
function isAskedFor({ kind, what }: Deed, kept: readonly string[]): boolean {
  switch (kind) {
    case 'program':
      return what === process.execPath
    case 'file':
      return what === '/dev/null' || kept.some((place) => `${what}/`.startsWith(`${place}/`))
    case 'socket':
      return forUserName.test(what)
    case 'network':
      return false
  }
}

/** A sample so many times, each another image by its bytes: a comment with its number stands in it. */
function writeImages(folder: string): void {
  const image = readFileSync(path.join(samplesFolder, 'IMG_2291.jpg'))
  for (let number = 0; number < images; number++) {
    const comment = Buffer.from([0xff, 0xfe, 0, 4, number >> 8, number & 255])
    const bytes = Buffer.concat([image.subarray(0, 2), comment, image.subarray(2)])
    writeFileSync(path.join(folder, `${number}.jpg`), bytes)
  }
}

/** A person's PC is no build server, at which libraries are discreet; and this person wishes to tell everything. */
const talkative: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'GITLAB_CI', 'CIRCLECI', 'TRAVIS'].map((server) => [
      server,
      undefined,
    ]),
  ),
  ORT_DISABLE_TELEMETRY: '0',
  NODE_COMPILE_CACHE: undefined,
}
