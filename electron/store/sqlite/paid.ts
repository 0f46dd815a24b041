import { z } from 'zod'
import { failure } from '../../../core/license/failure.ts'
import { reading, type Readings, readings } from '../../../core/license/reading.ts'
import type { Vault } from '../../vault/vault.ts'
import { unlessDamaged } from '../store-problem.ts'
import type { PaidCalls } from '../stores.ts'
import { bytes, type Database } from './database.ts'
import type { Removed } from './removed.ts'
import { sealedColumn } from './sealed-values.ts'
import { paidSql } from './statements.ts'

const row = z.object({ image: bytes, outcome: bytes.nullable() })
const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    // Once a call gave one reading, and no list of them.
    value: readings.or(reading.transform((one): Readings => [one])),
  }),
  z.object({ ok: z.literal(false), error: failure }),
])

/** How a row is called where only text can stand. */
export const paidRow = (image: Uint8Array): string => Buffer.from(image).toString('hex')

export function paidTable(
  database: Database,
  vault: Vault,
  removed: Removed,
): PaidCalls & { removeRow(id: string): void } {
  const outcomes = sealedColumn(vault, {
    table: 'paid',
    column: 'outcome',
    schema: outcomeSchema,
    isPacked: true,
  })
  const keyOf = (image: string): Uint8Array => vault.fingerprint('paid image', image)
  /** Nothing where none came, or where it does not open: sent it was. */
  const outcomeOf = ({ image, outcome }: z.output<typeof row>) =>
    outcome === null ? undefined : unlessDamaged(() => outcomes.open(paidRow(image), outcome))
  const removeRow = (id: string): void =>
    database.together(() => {
      database.run(paidSql.remove, { image: Buffer.from(id, 'hex') })
      removed.note('paid', id)
    })
  return {
    put(image, call) {
      const key = keyOf(image)
      const outcome = call.kind === 'sent' ? null : outcomes.seal(paidRow(key), call.outcome)
      const write = (): void => database.run(paidSql.put, { image: key, state: call.kind, outcome })
      // An answer that a power cut undoes leaves the call as sent, until the record of it is written down.
      if (call.kind === 'sent') database.together(write)
      else database.soon(write)
    },
    get(image) {
      const found = database.row(row, paidSql.get, { image: keyOf(image) })
      if (found === undefined) return undefined
      const outcome = outcomeOf(found)
      return outcome === undefined ? { kind: 'sent' } : { kind: 'answered', outcome }
    },
    remove: (image) => removeRow(paidRow(keyOf(image))),
    removeRow,
  }
}
