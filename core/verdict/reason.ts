import type { FieldName } from '../license/field.ts'
import type { CarClass } from '../license/parse/car-class.ts'

/** Go on; ask or look first; do not. */
export const lights = ['green', 'amber', 'red'] as const

export type Light = (typeof lights)[number]

/** Why a license does not go through as it is. Dates are `YYYY-MM-DD`, ages whole years. */
export type Reason =
  /** `note` is what somebody wrote when the holder was put on the house's own list, on that day. */
  | { readonly kind: 'do-not-rent'; readonly note: string; readonly since: string }
  /** Whether the number is on that list is not known yet. */
  | { readonly kind: 'list-not-asked' }
  | { readonly kind: 'not-covered'; readonly vehicle: CarClass; readonly classes: string }
  /** Class C5 drives automatic cars that are altered for the disabled. */
  | { readonly kind: 'altered-cars-only'; readonly vehicle: CarClass }
  | { readonly kind: 'lapsed-by-age'; readonly age: number; readonly classes: string }
  | { readonly kind: 'too-young'; readonly age: number; readonly least: number }
  | { readonly kind: 'too-old'; readonly age: number; readonly most: number }
  /** `from` is the day from which it would be long enough. */
  | { readonly kind: 'licensed-too-short'; readonly least: number; readonly from: string }
  | { readonly kind: 'first-year'; readonly until: string }
  | { readonly kind: 'expired'; readonly date: string }
  | { readonly kind: 'expires-in-rental'; readonly date: string; readonly giveBack: string }
  | { readonly kind: 'expires-soon-after'; readonly date: string; readonly months: number }
  | { readonly kind: 'not-valid-yet'; readonly date: string }
  | { readonly kind: 'foreigner'; readonly nationality: string }
  | { readonly kind: 'electronic' }
  | { readonly kind: 'copy' }
  /** The car would have been back before today. */
  | { readonly kind: 'dates-past'; readonly giveBack: string }
  /** Fields that matter here and that a person has to look at first. */
  | { readonly kind: 'to-look-at'; readonly fields: readonly FieldName[] }
  /** Fields that matter here and that nobody could read. */
  | { readonly kind: 'not-known'; readonly fields: readonly FieldName[] }
  /** Fields that matter here, that a person let stand, and that cannot be right together. */
  | { readonly kind: 'does-not-agree'; readonly fields: readonly FieldName[] }

export type ReasonKind = Reason['kind']

/** A reason and how much it weighs here. */
export type Weighed = Reason & { readonly light: Exclude<Light, 'green'> }
