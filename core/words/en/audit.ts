import type { AuditAct } from '../../audit/entry.ts'

/** What was done, as a line of the log says it. */
export const audit = {
  'images-added': 'Images added',
  'license-read': 'License read',
  'image-sent-again': 'Image sent again',
  'field-decided': 'Field confirmed or corrected',
  'field-reverted': 'Field restored to what was read',
  'records-removed': 'Records deleted',
  'records-exported': 'Records exported',
  'records-searched': 'Records searched',
  'record-opened': 'Record opened',
  'number-revealed': 'License number shown',
  'person-exported': 'Everything about a person exported',
  'person-forgotten': 'Everything about a person deleted',
  'records-purged': 'Expired records deleted',
  unlocked: 'Unlocked',
  'unlock-refused': 'Wrong PIN or passphrase',
  locked: 'Locked',
  'protection-changed': 'Protection changed',
  'settings-changed': 'Settings changed',
  'sending-agreed': 'Sending to WeChat allowed',
  'sending-ended': 'Sending to WeChat stopped',
  'account-changed': 'WeChat account changed',
  'store-restored': 'Records restored from a backup',
  'do-not-rent-added': 'Added to the do-not-rent list',
  'do-not-rent-removed': 'Removed from the do-not-rent list',
} as const satisfies { readonly [A in AuditAct]: string }
