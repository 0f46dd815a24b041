import { z } from 'zod'

/** What can be done that someone may later ask about. */
export const auditActs = [
  'images-added',
  'license-read',
  'image-sent-again',
  'field-decided',
  'field-reverted',
  'records-removed',
  'records-exported',
  'records-searched',
  'record-opened',
  'number-revealed',
  'person-exported',
  'person-forgotten',
  'records-purged',
  'unlocked',
  'unlock-refused',
  'locked',
  'protection-changed',
  'settings-changed',
  'store-restored',
] as const

/** Who did what when, without any value: no name, no number, no path. */
export const auditEntry = z.object({
  /** UTC instant, ISO 8601. */
  at: z.string(),
  /** The operating system's user. */
  who: z.string(),
  act: z.enum(auditActs),
  /** Id of the one record or job that it was about, `''` where there were several or none. */
  subject: z.string(),
  /** How many things it was about. */
  count: z.number().int().nonnegative(),
})

export type AuditAct = (typeof auditActs)[number]
export type AuditEntry = z.output<typeof auditEntry>
