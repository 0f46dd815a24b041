import path from 'node:path'
import type { EngineProcess } from '../recognizers/offline/engine-host.ts'
import { forkEngine } from '../recognizers/offline/forked-engine.ts'

const root = path.resolve(import.meta.dirname, '../..')

const fork = (): EngineProcess =>
  forkEngine({
    program: path.join(root, 'electron/engine/engine-process.ts'),
    models: path.join(root, 'electron/engine/networks'),
  })

let early: EngineProcess | undefined

const reading: ReadonlySet<string | undefined> = new Set(['scan', 'demo', 'resume'])

/**
 * Starts the engine and has it load its models before the command line itself is loaded, where the arguments look as if
 * it will read.
 */
export function startEarly(args: readonly string[]): void {
  if (!reading.has(args[0]) || args.some((one) => one.includes('wechat'))) return
  early = fork()
  early.send({ kind: 'load', seq: 0 })
}

/** The engine that was started early, the first time; then a new one. */
export function startEngine(): EngineProcess {
  const started = early ?? fork()
  early = undefined
  return started
}

/** Ends the engine that was started early when nobody came for it. */
export function endUnused(): void {
  early?.kill()
  early = undefined
}
