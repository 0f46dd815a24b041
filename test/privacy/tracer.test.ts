import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openTracer, skipFor, whyNoTracer } from './tracer.ts'

/** Does what nothing of ours may do, in a thread and a process of its own. */
const indiscreet = `
const { execFileSync } = require('node:child_process')
const { lookup } = require('node:dns')
const { mkdirSync, renameSync, symlinkSync, writeFileSync, closeSync, openSync } = require('node:fs')
const { connect } = require('node:net')
const { Worker } = require('node:worker_threads')
const at = (name) => process.argv[1] + '/' + name
mkdirSync(at('made'))
writeFileSync(at('made/file'), '')
renameSync(at('made/file'), at('moved'))
symlinkSync('/etc/passwd', at('link'))
closeSync(openSync('/etc/hostname', 'r'))
execFileSync('touch', ['touched'], { cwd: process.argv[1] })
lookup('license-desk.invalid', () => undefined)
connect(9, '127.0.0.1').on('error', () => undefined)
connect(at('nobody')).on('error', () => undefined)
const byThread = "require('node:fs').writeFileSync(require('node:worker_threads').workerData, '')"
new Worker(byThread, { eval: true, workerData: at('by-thread') })
`

it('sees whatever a process and its children do that could be noticed', async (context) => {
  const missing = whyNoTracer()
  if (missing !== undefined) return skipFor(context, missing)
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'license-desk-indiscreet-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const tracer = openTracer()
  const [program, ...words] = [...tracer.before, process.execPath, '-e', indiscreet, folder]
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(child, 'close')

  const deeds = tracer.deeds()
  const done = (kind: string): string[] =>
    deeds.flatMap((deed) => (deed.kind === kind ? deed.what : []))
  for (const name of ['made', 'made/file', 'moved', 'link', 'touched', 'by-thread'])
    expect(done('file')).toContain(path.join(folder, name))
  expect(done('file')).not.toContain('/etc/hostname')
  expect(done('program').map((file) => path.basename(file))).toEqual(
    expect.arrayContaining(['node', 'touch']),
  )
  expect(done('socket')).toContain(path.join(folder, 'nobody'))
  const network = done('network').join('\n')
  expect(network).toContain('AF_INET')
  expect(network).toContain('sin_port=htons(9)')
  expect(network).toContain('read /etc/hosts')
})

it('says why nothing can be watched', () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('PATH', '')
  const why = process.platform === 'linux' ? 'strace is not installed' : /Linux only/
  expect(whyNoTracer()).toMatch(why)
})
