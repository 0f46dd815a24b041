import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Deed } from '../privacy/deeds.ts'
import { openTracer, whyNoTracer } from '../privacy/tracer.ts'
import { samplesFolder } from '../fixtures/samples.ts'
import { root } from './harness/launch-desk.ts'

/** Milliseconds: the library that reads asked for its maker's address about ten seconds after it was loaded. */
const longEnough = 30_000
/** More than are read in that time. */
const images = 400

test('a scan of half a minute looks up nothing, reaches nobody, and leaves nothing but what it was asked for', async (context) => {
  const missing = whyNoTracer()
  if (missing !== undefined) {
    console.log(`skipped, nothing can be watched here: ${missing}`)
    return context.skip(missing)
  }
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'license-desk-leaves-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string): string => path.join(folder, name)
  for (const name of ['photos', 'home', 'temporary', 'key']) mkdirSync(at(name))
  writeImages(at('photos'))

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
    env: { ...talkative(), HOME: at('home'), TMPDIR: at('temporary') },
  })
  const began = performance.now()
  let [lines, errors] = [0, '']
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines += text.split('\n').length - 1
    // From here on it ends by itself, as when a person has seen enough.
    if (performance.now() - began > longEnough) child.kill('SIGINT')
  })
  const [code] = await once(child, 'close')
  expect({ code, errors }).toMatchObject({ code: 130 })
  expect(lines).toBeGreaterThan(10)

  const kept = [at('records'), at('key'), path.join(root, '.cache/compiled')]
  const isAskedFor = (deed: Deed): boolean => {
    switch (deed.kind) {
      case 'program':
        return deed.what === process.execPath
      case 'file':
        return (
          deed.what === '/dev/null' || kept.some((place) => `${deed.what}/`.startsWith(`${place}/`))
        )
      case 'socket':
        // Where the C library asks for the name of the user who is logged in.
        return deed.what === '/var/run/nscd/socket'
      case 'network':
        return false
    }
  }
  const deeds = tracer.deeds()
  const programs = deeds.filter(({ kind }) => kind === 'program')
  expect(programs).toHaveLength(2)
  expect(deeds.filter((deed) => !isAskedFor(deed))).toEqual([])
})

/** A sample so many times, each another image by its bytes: a comment with its number stands in it. */
function writeImages(folder: string): void {
  const image = readFileSync(path.join(samplesFolder, 'IMG_2291.jpg'))
  for (let number = 0; number < images; number++) {
    const comment = Buffer.from([0xff, 0xfe, 0, 4, number >> 8, number & 255])
    const bytes = Buffer.concat([image.subarray(0, 2), comment, image.subarray(2)])
    writeFileSync(path.join(folder, `${number}.jpg`), bytes)
  }
}

/** This environment as it could be on a person's PC: no build server, at which libraries are discreet, and everything wished for. */
function talkative(): Record<string, string | undefined> {
  const servers = ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'GITLAB_CI', 'CIRCLECI', 'TRAVIS']
  const discreet = Object.fromEntries(servers.map((name) => [name, undefined]))
  return { ...process.env, ...discreet, ORT_DISABLE_TELEMETRY: '0', DO_NOT_TRACK: '0' }
}
