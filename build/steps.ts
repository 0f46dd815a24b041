import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/** One command of a check; with `report` it is a Vitest run that leaves its JSON report there. */
export interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly report?: string
}

interface Count {
  readonly passed: number
  readonly failed: number
}

/**
 * Runs every step, also after one failed, and prints `N passed, N failed` as the last line:
 * a Vitest step counts its tests, any other step counts as one.
 * @returns the exit code, 0 only when nothing failed and something passed
 */
export function runSteps(steps: readonly Step[]): 0 | 1 {
  const counts = steps.map(runStep)
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  const culprits = steps.filter((_, index) => counts[index]?.failed !== 0)
  for (const step of culprits) console.log(`failed: ${step.name}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function runStep(step: Step): Count {
  console.log(`\n=== ${step.name}: ${step.command.join(' ')}`)
  if (step.report !== undefined) rmSync(step.report, { force: true })
  const [program, ...args] = step.command
  const run = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  const ran = run.status === 0
  if (step.report === undefined) return ran ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const count = readReport(step.report)
  return ran || count.failed > 0 ? count : { ...count, failed: 1 }
}

function readReport(path: string): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const numberAt = (key: string): number => {
    const value: unknown =
      typeof report === 'object' && report !== null ? Reflect.get(report, key) : undefined
    if (typeof value !== 'number') throw new Error(`${path} has no number ${key}`)
    return value
  }
  return { passed: numberAt('numPassedTests'), failed: numberAt('numFailedTests') }
}

/** A Vitest run that prints as usual and leaves its counts for `runSteps`. */
export function vitestStep(name: string, ...args: string[]): Step {
  const report = `.cache/reports/${name.replaceAll(' ', '-')}.json`
  return {
    name,
    command: [
      'vitest',
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
  }
}
