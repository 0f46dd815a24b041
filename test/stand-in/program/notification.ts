import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { answer } from './browser-side.ts'

const shown = new Set<Notification>()

/** A notice of the system: nobody sees it, and it can be asked what it says. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true
  }
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions = {}) {
    super()
    this.options = options
  }
  show(): void {
    shown.add(this)
  }
  close(): void {
    shown.delete(this)
  }
}

answer({
  notices: () => [...shown].map(({ options: { title = '', body = '' } }) => ({ title, body })),
})
