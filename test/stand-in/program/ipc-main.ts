import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'

type Handler = (event: unknown, ...args: unknown[]) => unknown

class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  /** Runs the handler of a channel as Electron does for a call from a page. */
  async invoke(event: unknown, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined)
      throw new Error(
        `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
      )
    try {
      return await handler(event, ...args)
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
        cause: error,
      })
    }
  }
}

export const ipcMain = new StandInIpcMain()

// The type check: the names and the shapes of the parameters are Electron's own.
ipcMain satisfies Record<keyof Pick<IpcMain, 'handle' | 'on' | 'once'>, unknown>
