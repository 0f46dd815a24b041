import { z } from 'zod'

/** What the house does where the law leaves it free: goes on, has a person ask first, or does not rent. */
const stance = z.enum(['accept', 'ask', 'refuse'])
/** Where going on unseen would be careless. */
const careful = z.enum(['ask', 'refuse'])

/** The rules of a rental shop; what the law demands is not among them. */
export const housePolicy = z.object({
  /** Whole years at pick-up. */
  leastAge: z.number().int().min(18).max(30),
  /** Whole years at pick-up; 0: no upper limit. */
  mostAge: z.number().int().min(0).max(100),
  /** Months from the first issue to pick-up. */
  leastMonths: z.number().int().min(0).max(60),
  /** Months that a license has to be valid beyond the return. */
  marginMonths: z.number().int().min(0).max(12),
  /** One that ends before the car is back. */
  expiring: careful,
  /** A holder in the first year (实习期), where `leastMonths` lets it through. */
  firstYear: stance,
  /** A holder of another nationality. */
  foreigners: stance,
  /** A photocopy. */
  copies: careful,
  /** An electronic license, or a picture of one. */
  electronic: stance,
})

export type Stance = z.output<typeof stance>
export type HousePolicy = z.output<typeof housePolicy>

export const usualPolicy: HousePolicy = {
  leastAge: 18,
  mostAge: 0,
  leastMonths: 12,
  marginMonths: 1,
  expiring: 'refuse',
  firstYear: 'ask',
  foreigners: 'ask',
  copies: 'ask',
  electronic: 'ask',
}
