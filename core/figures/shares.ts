import { type FieldName, fieldNames } from '../license/field.ts'
import { mondayOf } from './count-record.ts'
import { addCounts, type FieldCounts, noCounts, type Tally } from './tally.ts'

/** By what a shop looks at its figures over time. */
export const spans = ['week', 'month'] as const
export type Span = (typeof spans)[number]

/** How two looked at together are told; any other way is the id of a recognizer. */
export type Way = 'all' | 'offline' | 'wechat' | 'both'

export const wayOf = (recognizer: string): Exclude<Way, 'all'> =>
  recognizer === 'both' ? 'both' : recognizer.startsWith('wechat') ? 'wechat' : 'offline'

export const onlyWay = (rows: Tally, way: Way): Tally =>
  way === 'all' ? rows : rows.filter((row) => wayOf(row.way) === way)

/** The ways that there are, in a fixed order. */
export function waysIn(rows: Tally): Exclude<Way, 'all'>[] {
  const there = new Set(rows.map(({ way }) => wayOf(way)))
  return (['offline', 'wechat', 'both'] as const).filter((way) => there.has(way))
}

/** How many values were read, and how many of them people know to be right. */
export interface Shares {
  readonly counts: FieldCounts
  readonly total: number
  /** As read, whether or not somebody was asked to look. */
  readonly right: number
  readonly corrected: number
}

export function sharesOf(counts: FieldCounts): Shares {
  const right = counts.quiet + counts.inVain
  const corrected = counts.caught + counts.slipped
  return { counts, total: right + corrected, right, corrected }
}

const sum = (rows: Tally, only: readonly FieldName[] = fieldNames): FieldCounts =>
  rows
    .flatMap(({ fields }) => only.flatMap((field) => fields[field] ?? []))
    .reduce((all, one) => addCounts(all, one), noCounts)

export const sharesOfAll = (rows: Tally): Shares => sharesOf(sum(rows))

export const sharesByField = (rows: Tally): { field: FieldName; shares: Shares }[] =>
  fieldNames.map((field) => ({ field, shares: sharesOf(sum(rows, [field])) }))

export const licensesIn = (rows: Tally): number =>
  rows.reduce((all, { licenses }) => all + licenses, 0)

/** One week or month. */
export interface Point {
  /** The Monday `YYYY-MM-DD`, or the month `YYYY-MM`. */
  readonly period: string
  readonly licenses: number
  readonly shares: Shares
}

/** Weeks or months in which something was read, the oldest first. */
export function overTime(rows: Tally, span: Span): Point[] {
  const byPeriod = Map.groupBy(rows, ({ from }) => periodOf(from, span))
  return [...byPeriod]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, some]) => ({
      period,
      licenses: licensesIn(some),
      shares: sharesOfAll(some),
    }))
}

export const periodOf = (from: string, span: Span): string =>
  span === 'week' ? mondayOf(from) : from.slice(0, 7)
