import { type FieldName, fieldNames, mapFields } from '../../core/license/field.ts'
import type { Reading } from '../../core/license/reading.ts'
import { type ReviewReason, review } from '../../core/license/review.ts'
import { lookedAtOn } from '../fixtures/cards/calendar.ts'
import type { Truth } from './cases.ts'
import type { Pair } from './match.ts'
import type { Run } from './run-cases.ts'

/** How one field of one license came out. */
export interface Mark {
  /** The picture. */
  readonly name: string
  readonly field: FieldName
  readonly truth: string
  readonly value: string
  readonly right: boolean
  /** Why a person must look at it; empty when it is not in review. */
  readonly reasons: readonly ReviewReason[]
}

const missing: readonly ReviewReason[] = [{ kind: 'missing' }]

/** Everybody's fields of some pictures; of who was not found none is right and all are in review. */
export const marksOf = (runs: readonly Run[], doubted = 1): Mark[] =>
  runs.flatMap(({ of, pairs }) => pairs.flatMap((pair) => marksOfOne(of.name, pair, doubted)))

/** @param doubted how much of the doubt that the review usually lets pass it lets pass here */
export function marksOfOne(name: string, { truth, reading }: Pair, doubted = 1): Mark[] {
  const reasonsFor = reading === undefined ? () => missing : reviewed(reading, doubted)
  return judgedFields(truth).map(([field, wanted]) => {
    const value = reading?.fields[field].value ?? ''
    // Nothing stands there, and nothing was read.
    const reasons = wanted === '' && value === '' ? [] : reasonsFor(field)
    return { name, field, truth: wanted, value, right: value === wanted, reasons }
  })
}

const judgedFields = (truth: Truth): (readonly [FieldName, string])[] =>
  fieldNames.flatMap((field) => {
    const wanted = truth[field]
    return typeof wanted === 'string' ? [[field, wanted] as const] : []
  })

function reviewed(
  reading: Reading,
  doubted: number,
): (field: FieldName) => readonly ReviewReason[] {
  const seen = { reading: doubted === 1 ? reading : asSure(reading, doubted), decisions: {} }
  const { items } = review(seen, { today: lookedAtOn })
  return (field) => items.find((item) => item.field === field)?.reasons ?? []
}

/** The same reading with every doubt of the network divided, as if the thresholds were so much farther from 1. */
function asSure(reading: Reading, doubted: number): Reading {
  const scaled = (confidence: number): number => Math.max(0, 1 - (1 - confidence) / doubted)
  return {
    ...reading,
    fields: mapFields((name) => {
      const field = reading.fields[name]
      return {
        ...field,
        confidence: field.confidence === null ? null : scaled(field.confidence),
        characters: field.characters.map((one) => ({ ...one, confidence: scaled(one.confidence) })),
      }
    }),
  }
}

export const isRight = ({ right }: Mark): boolean => right
export const isSilent = ({ right, reasons }: Mark): boolean => !right && reasons.length === 0

/** Rules that speak of the license itself, such as that it expired: no alarm, however right the field was read. */
const truths = new Set(['expired', 'first-year', 'expires-in-rental'])

const isTrueWord = (reason: ReviewReason): boolean =>
  reason.kind === 'finding' && truths.has(reason.finding.rule)

/** A field that was read right and is in review for something else than what the license itself says. */
export const isFalseAlarm = ({ right, reasons }: Mark): boolean =>
  right && reasons.some((reason) => !isTrueWord(reason))

export const share = <One>(all: readonly One[], test: (one: One) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length
