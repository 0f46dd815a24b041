import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { ForkOptions, UtilityProcess } from 'electron'

type Used = Pick<UtilityProcess, 'kill' | 'pid' | 'postMessage'>

/** A process of its own: a forked Node, without the stand-in in it. */
class StandInUtilityProcess extends EventEmitter implements Used {
  readonly #child: ChildProcess

  constructor(program: string, args: readonly string[], options: ForkOptions) {
    super()
    this.#child = fork(program, args, {
      serialization: 'advanced',
      execArgv: options.execArgv ?? [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(options.env === undefined ? {} : { env: { ...options.env } }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(Object(message))
  }
  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (program: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new StandInUtilityProcess(program, args, options),
}
