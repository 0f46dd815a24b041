import { alsoDrives, lapses } from '../license/law.ts'
import type { CarClass } from '../license/parse/car-class.ts'

/** The classes on the card, and those that each of them includes. */
export const drivable = (held: readonly CarClass[]): ReadonlySet<CarClass> =>
  new Set(held.flatMap((code) => [code, ...alsoDrives[code]]))

/** Whether one class includes another, or is it. */
export const drives = (code: CarClass, vehicle: CarClass): boolean =>
  code === vehicle || alsoDrives[code].includes(vehicle)

/** The classes of those that may be driven no more at an age. */
export const lapsedAt = (age: number, classes: readonly CarClass[]): CarClass[] =>
  lapses.flatMap((lapse) =>
    age >= lapse.age ? classes.filter((code) => lapse.classes.includes(code)) : [],
  )
