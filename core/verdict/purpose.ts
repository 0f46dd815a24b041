import { z } from 'zod'
import { carClasses } from '../license/parse/car-class.ts'
import { isDate } from '../license/parse/date.ts'

/** A day, `YYYY-MM-DD`. */
const day = z.string().max(10).refine(isDate)

const rentalWish = z
  .object({
    /** The class that the car asks for. */
    vehicle: z.enum(carClasses),
    pickUp: day,
    /** Not before `pickUp`. */
    giveBack: day,
  })
  .refine(({ pickUp, giveBack }) => pickUp <= giveBack)

/** What the licenses of a batch are looked at for; asked once. */
export const purpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Until all is filled in there is no wish. */
  z.object({ kind: z.literal('rental'), wish: rentalWish.nullable() }),
  z.object({ kind: z.literal('school') }),
])

/** Whether there is a verdict on a license: a rental has one as soon as its dates are known. */
export const isJudging = (wanted: Purpose): boolean =>
  wanted.kind === 'school' || (wanted.kind === 'rental' && wanted.wish !== null)

export type RentalWish = z.output<typeof rentalWish>
export type Purpose = z.output<typeof purpose>
