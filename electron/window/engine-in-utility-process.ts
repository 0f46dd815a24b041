import { utilityProcess } from 'electron'
import { engineEnvironment } from '../recognizers/offline/engine-environment.ts'
import type { EngineFiles } from '../recognizers/offline/forked-engine.ts'
import { engineThreads } from '../recognizers/offline/forked-engine.ts'
import type { EngineProcess } from '../recognizers/offline/engine-host.ts'

/** Starts the engine in a utility process of Electron: images are decoded there and nowhere else. */
export function startEngine({ program, models }: EngineFiles): EngineProcess {
  const child = utilityProcess.fork(program, [models, String(engineThreads)], {
    serviceName: 'LicenseDesk engine',
    env: engineEnvironment(process.env),
    stdio: 'ignore',
  })
  return {
    send: (message) => child.postMessage(message, []),
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.once('exit', () => listener())
    },
    kill: () => {
      child.kill()
    },
  }
}
