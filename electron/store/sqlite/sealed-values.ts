import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { z } from 'zod'
import { type Place, SealBroken, type Vault } from '../../vault/vault.ts'
import { StoreProblem } from '../store-problem.ts'

/** Values as they stand in one column: JSON, sealed to the row. */
export interface SealedColumn<Value> {
  /** @param beside what stands beside it in plain columns */
  seal(row: string, value: Value, beside?: readonly string[]): Uint8Array
  /** Throws a `StoreProblem` where it does not open. */
  open(row: string, sealed: Uint8Array, beside?: readonly string[]): Value
}

interface Column<Value> {
  readonly table: string
  readonly column: string
  readonly schema: z.ZodType<Value>
  /** Makes large values small before they are sealed. */
  readonly isPacked?: boolean
}

export function sealedColumn<Value>(
  vault: Vault,
  { table, column, schema, isPacked = false }: Column<Value>,
): SealedColumn<Value> {
  return {
    seal(row, value, beside = []) {
      const text = Buffer.from(JSON.stringify(value), 'utf8')
      return vault.seal(
        { table, row, column, beside },
        isPacked ? deflateRawSync(text, fast) : text,
      )
    },
    open(row, sealed, beside = []) {
      const opened = openSealed(vault, { table, row, column, beside }, sealed)
      try {
        const bytes = isPacked ? inflateRawSync(opened) : opened
        return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
      } catch {
        throw new StoreProblem('damaged', `a sealed value is of another shape: ${table}.${column}`)
      }
    },
  }
}

const fast = { level: 3 }

/** Throws a `StoreProblem` in place of `SealBroken`. */
export function openSealed(vault: Vault, place: Place, sealed: Uint8Array): Uint8Array {
  const opened = openOlderToo(vault, place, sealed)
  if (opened !== undefined) return opened
  throw new StoreProblem('damaged', new SealBroken(place).message)
}

/** Whether a value opens, whatever it holds. */
export const isOpenable = (vault: Vault, place: Place, sealed: Uint8Array): boolean =>
  openOlderToo(vault, place, sealed) !== undefined

/** What an older version sealed was not bound to what stands beside it. */
function openOlderToo(vault: Vault, place: Place, sealed: Uint8Array): Uint8Array | undefined {
  const opened = tryOpen(vault, place, sealed)
  if (opened !== undefined || place.beside === undefined || place.beside.length === 0) return opened
  const { beside: _beside, ...older } = place
  return tryOpen(vault, older, sealed)
}

function tryOpen(vault: Vault, place: Place, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return vault.open(place, sealed)
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
