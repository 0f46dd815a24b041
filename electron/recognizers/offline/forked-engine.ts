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

/**
 * What the network says of a line takes megabytes that V8 does not see: it shall look for what is done with more often.
 */
export const engineArguments = ['--max-semi-space-size=4'] as const

/** Starts the engine in a forked Node, for programs that run without Electron. */
export function forkEngine({ program, models }: EngineFiles): EngineProcess {
  const child = fork(program, [models, String(engineThreads)], {
    serialization: 'advanced',
    execArgv: [...engineArguments],
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
