import { type EventName, toldWhileLocked } from '../../core/ipc/channels.ts'
import type { EventPayload } from '../../core/ipc/contract.ts'

/** The part of a window that hears events. */
export interface Hearer {
  isDestroyed(): boolean
  send(event: string, payload: unknown): void
}

/** Tells the window something; a window that is gone hears nothing, and one that is locked only that. */
export type Tell = <E extends EventName>(event: E, payload: EventPayload<E>) => void

export const tellTo =
  (hearer: () => Hearer | undefined, isLocked: () => boolean): Tell =>
  (event, payload) => {
    if (isLocked() && !toldWhileLocked.has(event)) return
    const contents = hearer()
    if (contents !== undefined && !contents.isDestroyed()) contents.send(event, payload)
  }
