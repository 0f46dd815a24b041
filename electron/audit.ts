import type { AuditAct } from '../core/audit/entry.ts'
import type { AuditLog } from './store/stores.ts'

/** Notes that something was done: to one thing by its id, or to `count` things. */
export type Note = (act: AuditAct, about: { readonly subject: string } | number) => void

/** @param who the operating system's user */
export const noteIn =
  (log: Pick<AuditLog, 'write'>, who: string, now: () => Date): Note =>
  (act, about) =>
    log.write({
      at: now().toISOString(),
      who,
      act,
      ...(typeof about === 'number'
        ? { subject: '', count: about }
        : { subject: about.subject, count: 1 }),
    })
