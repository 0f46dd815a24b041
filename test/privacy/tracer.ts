import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished, type TestContext } from 'vitest'
import { type Deed, deedsIn } from './deeds.ts'

/** Everything by which a process can reach another one, or leave something on a disk. */
const calls = `socket,connect,bind,execve,openat,open,openat2,creat,mkdir,mkdirat,mknod,mknodat,\
rename,renameat,renameat2,link,linkat,symlink,symlinkat`

/** The tracer is a stranger to the traced: who starts them sees and signals only them. */
const asStranger = ['-D', '--seccomp-bpf']

/** Watches processes with strace. */
export interface Tracer {
  /** Words to put before a command line: it keeps its process id, its channel and its output. */
  readonly before: readonly [string, ...string[]]
  /** What they have done; complete when they and their tracer have ended. */
  readonly deeds: () => Deed[]
}

/** @returns why nothing can be watched here, else nothing */
export function whyNoTracer(): string | undefined {
  if (process.platform !== 'linux') return 'there is a tracer for Linux only'
  const { error, stderr } = spawnSync(
    'strace',
    [...asStranger, '-f', '-e', 'trace=execve', 'true'],
    {
      encoding: 'utf8',
    },
  )
  if (error !== undefined) return 'strace is not installed'
  return stderr.includes('execve(')
    ? undefined
    : `strace may not watch here: ${stderr.trim().split('\n')[0]}`
}

/** Leaves a test out, and says why. */
export function skipFor(context: TestContext, why: string): void {
  console.log(`skipped, nothing can be watched here: ${why}`)
  context.skip(why)
}

/** A tracer for one test. */
export function openTracer(): Tracer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'license-desk-trace-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'process')
  const watching = ['-ff', '-qq', '-y', '-s', '300', '-o', file, '-e', `trace=${calls}`]
  return {
    before: ['strace', ...asStranger, ...watching],
    deeds: () =>
      readdirSync(folder).flatMap((name) => deedsIn(readFileSync(path.join(folder, name), 'utf8'))),
  }
}
