import { z } from 'zod'

/** What can be done that someone may later ask about. */
const auditActs = [
  'images-added',
  'license-read',
  'image-sent-again',
  'field-decided',
  'field-reverted',
  'pages-joined',
  'pages-taken-apart',
  'records-removed',
  'records-brought-back',
  'records-exported',
  'records-merged',
  'records-parted',
  'figures-exported',
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
  'sending-agreed',
  'sending-ended',
  'account-changed',
  'store-restored',
  'do-not-rent-added',
  'do-not-rent-removed',
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

/** Whether nothing was changed, left out or cut off since it was written. */
export const auditVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sound'), entries: z.number().int().nonnegative() }),
  /** `entry`: 1-based number of the first one that does not fit; one more than there are where the end is missing. */
  z.object({ kind: z.literal('broken'), entry: z.number().int().positive() }),
])

export type AuditAct = (typeof auditActs)[number]
export type AuditEntry = z.output<typeof auditEntry>
export type AuditVerdict = z.output<typeof auditVerdict>
