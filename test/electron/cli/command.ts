import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seeNoCanary } from '../../fakes/canaries.ts'

const program = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** A run of the command line in a process of its own. */
export interface Running {
  readonly process: ChildProcess
  /** Resolves when standard error says it. */
  readonly says: (text: string) => Promise<void>
  readonly ended: Promise<Ended>
}

const node = [process.execPath, '--disable-warning=ExperimentalWarning', program]

export function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  return watch([...node, ...args], environment)
}

/** Has bash run a script, in which `"$@"` is the command line. */
export const inShell = (
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> => watch(['bash', '-c', script, 'bash', ...node, ...args], environment).ended

function watch(
  [command = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', ...environment },
  })
  let output = ''
  let errors = ''
  const ended = new Promise<Ended>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    child.on('error', reject).on('close', (code) => {
      try {
        seeNoCanary(`${output}${errors}`, 'the output of the command line')
        for (const file of writtenBy(args)) seeNoCanary(readFileSync(file, 'utf8'), file)
        resolve({ code, output, errors })
      } catch (error) {
        reject(error)
      }
    })
  })
  const says = async (text: string): Promise<void> => {
    while (!errors.includes(text)) {
      const more = new Promise((resolve) => child.stderr.once('data', resolve))
      const news = await Promise.race([more, ended.then(() => 'ended')])
      if (news === 'ended') throw new Error(`ended without saying ${text}: ${errors}`)
    }
  }
  return { process: child, says, ended }
}

/** The files that a run was told to write and that are there. */
const writtenBy = (args: readonly string[]): string[] =>
  args.filter((arg, at) => /^--(json|csv)$/.test(args[at - 1] ?? '') && isRegular(arg))

const isRegular = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() === true

export const run = (...args: readonly string[]): Promise<Ended> => start(args).ended
