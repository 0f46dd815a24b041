import type { CarClass } from './parse/car-class.ts'

/**
 * What regulations say of classes, ages and times: the one place where it stands. `docs/verdicts.md` names the articles
 * and what is weakly sourced. The numbers tell what is possible by the card; no promise of any office is in them.
 */

/** The day from which all of this is in force, `YYYY-MM-DD`; screens say it. */
export const lawAsOf = '2025-01-01'

/** Order 162 of the Ministry of Public Security (2021), annex 1, as amended by order 172 (2024). */
export const alsoDrives: { readonly [C in CarClass]: readonly CarClass[] } = {
  A1: ['A3', 'B1', 'B2', 'C1', 'C2', 'C3', 'C4', 'M'],
  A2: ['B1', 'B2', 'C1', 'C2', 'C3', 'C4', 'C6', 'M'],
  A3: ['C1', 'C2', 'C3', 'C4'],
  B1: ['C1', 'C2', 'C3', 'C4', 'M'],
  B2: ['C1', 'C2', 'C3', 'C4', 'M'],
  C1: ['C2', 'C3', 'C4'],
  C2: [],
  C3: ['C4'],
  C4: [],
  C5: [],
  C6: [],
  D: ['E', 'F'],
  E: ['F'],
  F: [],
  M: [],
  N: [],
  P: [],
}

/** Whole years, counted by birthdays: from the first on, and before the second is reached (article 14). */
export const applicationAges: { readonly [C in CarClass]: { from: number; before?: number } } = {
  A1: { from: 22, before: 63 },
  A2: { from: 22, before: 63 },
  A3: { from: 20, before: 63 },
  B1: { from: 20, before: 63 },
  B2: { from: 20, before: 63 },
  C1: { from: 18 },
  C2: { from: 18 },
  C3: { from: 18, before: 63 },
  C4: { from: 18, before: 63 },
  C5: { from: 18 },
  C6: { from: 20, before: 70 },
  D: { from: 18, before: 70 },
  E: { from: 18, before: 70 },
  F: { from: 18 },
  M: { from: 18, before: 63 },
  N: { from: 20, before: 63 },
  P: { from: 20, before: 63 },
}

/** Any of the classes, held for so many years, is enough. */
interface Held {
  readonly classes: readonly CarClass[]
  readonly years: number
}

interface Upgrade {
  readonly oneOf: readonly Held[]
  /** Scoring cycles of twelve months in a row without twelve points. */
  readonly cleanCycles: number
}

/** What adding a class asks for besides age (article 17); classes that are not here ask for nothing held before. */
export const upgrades: { readonly [C in CarClass]?: Upgrade } = {
  A1: {
    oneOf: [
      { classes: ['A3', 'B1'], years: 2 },
      { classes: ['B2'], years: 3 },
      { classes: ['A2'], years: 1 },
    ],
    cleanCycles: 3,
  },
  A2: {
    oneOf: [
      { classes: ['B1', 'B2'], years: 2 },
      { classes: ['A1'], years: 1 },
    ],
    cleanCycles: 2,
  },
  B1: { oneOf: [{ classes: ['A3', 'B2', 'C1', 'C2', 'C3', 'C4'], years: 2 }], cleanCycles: 2 },
  C6: { oneOf: [{ classes: ['C1', 'C2'], years: 1 }], cleanCycles: 1 },
}

/** Cycles without twelve points that every added class asks for. */
export const usualCleanCycles = 1

/** Classes that nobody gets as the first one: how long they are held the first issue does not tell. */
export const neverFirst: readonly CarClass[] = ['A1', 'A2', 'B1', 'C6']

/** Ages at which classes may not be driven any more (article 65); cards are exchanged for smaller classes. */
export const lapses: readonly { readonly age: number; readonly classes: readonly CarClass[] }[] = [
  { age: 63, classes: ['A1', 'A2', 'A3', 'B1', 'B2', 'M', 'N', 'P'] },
  { age: 70, classes: ['C3', 'C4', 'C6', 'D', 'E'] },
]

/** Classes that could once be learned from 16: motorcycles, three-wheelers and the like. Weakly sourced. */
export const fromSixteen: readonly CarClass[] = ['C4', 'C5', 'D', 'E', 'F', 'M']

/** Years that a license is valid, where it is not 长期. */
export const usualTerms: readonly number[] = [6, 10]

/** A license may be renewed within so many days before it ends. */
export const renewalDays = 90

/** 实习期: months after the first issue without a trailer, and on motorways only beside an experienced driver. */
export const firstMonths = 12
