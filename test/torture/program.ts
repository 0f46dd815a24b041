import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Violation } from './violation.ts'

const commandLine = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly errors: string
  readonly output: string
}

/** The real program, in a process group of its own. */
export interface Running {
  readonly ended: Promise<Ended>
  /** `all`: with the engine's process, else the program alone. */
  kill(all: boolean): void
  /** Whether the program or its engine still runs. */
  isAlive(): boolean
}

/** @param hook a module that changes the program as it is loaded */
export function startProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  hook?: URL,
): Running {
  const hooked = hook === undefined ? [] : ['--import', hook.href]
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...hooked, commandLine, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', ...environment },
    },
  )
  const { pid } = child
  if (pid === undefined) throw new Error('the program cannot be started')
  let errors = ''
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return {
    ended: new Promise((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => resolve({ code, errors, output }))
    }),
    kill(all) {
      try {
        process.kill(all ? -pid : pid, 'SIGKILL')
      } catch {
        // It has just ended by itself.
      }
    },
    isAlive: () => groupsAlive().has(pid),
  }
}

/** Milliseconds after which a run that nobody ends hangs. */
const longest = 300_000

/** Waits for the end of a run; throws a `Violation` when it does not come. */
export async function endOf(program: Running, folder: string): Promise<Ended> {
  const late = new AbortController()
  const hangs = pass(longest, 'hangs', { signal: late.signal }).catch(() => 'ended')
  const ended = await Promise.race([program.ended, hangs])
  late.abort()
  if (typeof ended === 'object') return ended
  program.kill(true)
  const { errors } = await program.ended
  throw new Violation('a run without an end', folder, ['the program hangs'], errors)
}

/** What an error that nobody expected leaves on standard error. */
export const stack = /^\s+at .+:\d+:\d+\)?$/m

/** 0 all read, 1 some failed. */
export function crashesIn({ code, errors }: Ended): string[] {
  if (stack.test(errors)) return ['the program crashed']
  return code === 0 || code === 1 ? [] : [`the program ended with ${code}`]
}

/** The process groups in which something still runs; what only waits to be buried does not. */
function groupsAlive(): Set<number> {
  const groups = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return state === 'Z' || state === 'X' ? [] : [Number(group)]
      } catch {
        return []
      }
    })
  return new Set(groups)
}
