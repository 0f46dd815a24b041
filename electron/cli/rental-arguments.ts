import { carClasses } from '../../core/license/parse/car-class.ts'
import { isDate } from '../../core/license/parse/date.ts'
import { ok, type Result } from '../../core/result.ts'
import type { RentalWish } from '../../core/verdict/purpose.ts'
import type { Wrong, WrongUsage } from './wrong-usage.ts'

interface Asked {
  readonly vehicle?: string | undefined
  readonly 'pick-up'?: string | undefined
  readonly return?: string | undefined
  /** Whether something is written that a verdict can stand in. */
  readonly isWritten: boolean
}

/** The rental that licenses are to be judged for, from three options that belong together; nothing where none is given. */
export function readRental(
  values: Asked,
  wrong: Wrong,
): Result<RentalWish | undefined, WrongUsage> {
  const { vehicle: asked, 'pick-up': pickUp, return: giveBack, isWritten } = values
  if (asked === undefined && pickUp === undefined && giveBack === undefined) return ok(undefined)
  if (asked === undefined || pickUp === undefined || giveBack === undefined)
    return wrong('command:rentalIncomplete')
  const vehicle = carClasses.find((code) => code === asked.toUpperCase())
  if (vehicle === undefined) return wrong('command:wrongVehicle', asked)
  for (const day of [pickUp, giveBack]) if (!isDate(day)) return wrong('command:wrongDay', day)
  if (giveBack < pickUp) return wrong('command:returnTooEarly', giveBack)
  if (!isWritten) return wrong('command:rentalNeedsOutput')
  return ok({ vehicle, pickUp, giveBack })
}
