import type { AuditAct } from '../../core/audit/entry.ts'
import type { AuditLog } from '../store/stores.ts'

/** Writes down that something was done: about one thing by its id, or about `count` things. */
export type Note = (
  act: AuditAct,
  about?: { readonly subject?: string; readonly count?: number },
) => void

/** @param who the operating system's user */
export const createNote =
  (audit: Pick<AuditLog, 'write'>, who: string, now: () => Date): Note =>
  (act, { subject = '', count = 1 } = {}) =>
    audit.write({ at: now().toISOString(), who, act, subject, count })

/** For what stands whether or not it can be written down: where it cannot, somebody hears of it. */
export const orTell =
  (note: Note, onError: (error: unknown) => void): Note =>
  (...done) => {
    try {
      note(...done)
    } catch (error) {
      onError(error)
    }
  }
