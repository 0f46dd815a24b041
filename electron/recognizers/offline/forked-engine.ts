import { fork } from 'node:child_process'
import { engineEnvironment } from './engine-environment.ts'
import type { EngineProcess } from './engine-host.ts'

/** Where the engine process finds what it needs. */
export interface EngineFiles {
  /** Its program, TypeScript or built. */
  readonly program: string
  /** Folder of the models. */
  readonly models: string
}

/** Reads with two threads: more gained nothing on the machines it was measured on. */
export const engineThreads = 2

/** Starts the engine in a forked Node, for programs that run without Electron. */
export function forkEngine({ program, models }: EngineFiles): EngineProcess {
  const child = fork(program, [models, String(engineThreads)], {
    serialization: 'advanced',
    execArgv: [],
    env: engineEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    send: (message) => {
      if (child.connected) child.send(message)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      if (child.exitCode !== null || child.signalCode !== null) queueMicrotask(listener)
      child.once('exit', listener)
      child.on('error', listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
