import { z } from 'zod'
import { keptPin } from './pin.ts'
import { type Place, SealBroken, type Vault } from './vault.ts'

const ringKept = z.object({
  /** Of the lock screen. */
  pin: keptPin.optional(),
  /** Wrong passphrases at the lock screen. */
  passphraseTries: z
    .object({ wrong: z.number().int().nonnegative(), since: z.number() })
    .optional(),
  /** How far the audit log had come, and the link that it ended with then. */
  log: z.object({ entries: z.number().int().nonnegative(), link: z.base64() }).optional(),
  /** How long the command line keeps records, in days; 0: until somebody deletes them. The window has a setting of its own. */
  keepDays: z.number().int().nonnegative().optional(),
})

/** What stands sealed in the key ring and not in the store: a store of last week that is put in its place changes none of it. */
export type RingKept = z.output<typeof ringKept>

/** Where it is kept. */
export interface RingKeeper {
  /** Nothing in a ring that an older version made, until something is saved. */
  load(): RingKept | undefined
  save(next: RingKept): void
}

const place: Place = { table: 'key ring', row: '', column: 'kept' }

export const sealKept = (vault: Vault, kept: RingKept): string =>
  Buffer.from(vault.seal(place, Buffer.from(JSON.stringify(kept), 'utf8'))).toString('base64')

/** Nothing when it was changed, or sealed with another key. */
export function openKept(vault: Vault, sealed: string): RingKept | undefined {
  try {
    const bytes = vault.open(place, Buffer.from(sealed, 'base64'))
    return ringKept.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}

/** For a store whose key is in no ring. */
export function keptInMemory(): RingKeeper {
  let kept: RingKept = {}
  return {
    load: () => kept,
    save(next) {
      kept = next
    },
  }
}
