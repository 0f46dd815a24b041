import { ok, type Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import type { RentalWish } from '../../core/verdict/purpose.ts'
import { asksForTable, type TableOptions } from './table-options.ts'
import type { Wrong, WrongUsage } from './wrong-usage.ts'

/** Where records are kept, sealed. */
export interface DataPlace {
  readonly folder: string
  /** Opens them; the passphrase in the environment does too. */
  readonly keyFile?: string
  /** From now on records older than this many days are deleted; 0: none are. Else it stays as the folder has it. */
  readonly keepDays?: number
}

/** What is asked of records that are held already. */
export type HeldCommand = HeldOptions &
  (
    | { readonly kind: 'list'; readonly json?: string; readonly force: boolean }
    | ({
        readonly kind: 'export'
        readonly force: boolean
        /** Adds a verdict on this rental to the tables. */
        readonly rental?: RentalWish
      } & TableOptions)
    /** `olderThan` in days; `preview` only tells what would go. */
    | { readonly kind: 'purge'; readonly olderThan: number; readonly preview: boolean }
    | { readonly kind: 'audit' }
    /** Licenses that expire within so many days. */
    | {
        readonly kind: 'renewals'
        readonly within: number
        readonly csv?: string
        readonly force: boolean
      }
  )

interface HeldOptions {
  readonly data: DataPlace
  readonly language: Language
  /** Tells errors only. */
  readonly quiet: boolean
}

const heldVerbs = ['resume', 'list', 'export', 'purge', 'audit', 'renewals'] as const

type HeldVerb = (typeof heldVerbs)[number]

export const isOfHeld = (verb: string | undefined): verb is HeldVerb =>
  heldVerbs.some((one) => one === verb)

interface Asked {
  readonly verb: Exclude<HeldVerb, 'resume'>
  readonly paths: readonly string[]
  readonly tables: TableOptions
  readonly rental: RentalWish | undefined
  readonly values: {
    readonly json?: string | undefined
    readonly 'older-than'?: string | undefined
    readonly within?: string | undefined
    readonly preview?: boolean | undefined
    readonly force?: boolean | undefined
  }
}

const usualWithin = '90'
/** Ten years: no license is valid for longer. */
const mostWithin = 3660

export function readHeldCommand(
  { verb, paths, values, tables, rental }: Asked,
  held: HeldOptions,
  wrong: Wrong,
): Result<HeldCommand, WrongUsage> {
  if (verb === 'audit')
    return paths.join(' ') === 'verify' ? ok({ kind: verb, ...held }) : wrong('command:wrongAudit')
  if (paths.length > 0) return wrong('command:takesNoPath', verb)
  const { json, 'older-than': days, preview = false, force = false } = values
  switch (verb) {
    case 'list':
      return ok({ kind: verb, ...held, force, ...(json === undefined ? {} : { json }) })
    case 'export':
      return asksForTable(tables)
        ? ok({ kind: verb, ...held, ...tables, force, ...(rental && { rental }) })
        : wrong('command:exportNeedsTable')
    case 'renewals': {
      const within = values.within ?? usualWithin
      if (!/^\d{1,4}$/.test(within) || Number(within) > mostWithin)
        return wrong('command:wrongWithin', within)
      const { csv, ...others } = tables
      if (asksForTable(others)) return wrong('command:renewalsOnlyCsv')
      const where = csv === undefined ? {} : { csv }
      return ok({ kind: verb, ...held, within: Number(within), force, ...where })
    }
    case 'purge': {
      const olderThan = daysIn(days)
      if (days === undefined) return wrong('command:noOlderThan')
      if (olderThan === undefined) return wrong('command:wrongOlderThan', days)
      return ok({ kind: verb, ...held, olderThan, preview })
    }
  }
}

const mostDays = 36_500

/** A whole number of days, up to a century; nothing where it is none. */
export function daysIn(text: string | undefined): number | undefined {
  const days = /^\d+$/.test(text ?? '') ? Number(text) : undefined
  return days !== undefined && days <= mostDays ? days : undefined
}
