import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { z } from 'zod'
import { type Place, SealBroken, type Vault } from '../../vault/vault.ts'
import { StoreProblem } from '../store-problem.ts'

/** Values as they stand in one column: JSON, sealed to the row. */
export interface SealedColumn<Value> {
  seal(row: string, value: Value): Uint8Array
  /** Throws a `StoreProblem` where it does not open. */
  open(row: string, sealed: Uint8Array): Value
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
    seal(row, value) {
      const text = Buffer.from(JSON.stringify(value), 'utf8')
      return vault.seal({ table, row, column }, isPacked ? deflateRawSync(text, fast) : text)
    },
    open(row, sealed) {
      const opened = openSealed(vault, { table, row, column }, sealed)
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
  try {
    return vault.open(place, sealed)
  } catch (error) {
    throw error instanceof SealBroken ? new StoreProblem('damaged', error.message) : error
  }
}

/** Whether a value opens, whatever it holds. */
export function isOpenable(vault: Vault, place: Place, sealed: Uint8Array): boolean {
  try {
    vault.open(place, sealed)
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}
