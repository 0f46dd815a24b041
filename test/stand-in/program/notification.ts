import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'

/** A notice of the system: nobody sees it. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true
  }
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions = {}) {
    super()
    this.options = options
  }
  show(): void {}
  close(): void {}
}
