import { type FieldName, fieldNames, type License, mapFields } from './field.ts'
import type { Finding } from './finding.ts'
import type { Doubt, FieldReading } from './reading.ts'
import { type LicenseRecord, licenseOf } from './record.ts'
import { plainForms } from './parse/characters.ts'
import { check } from './rules/check.ts'
import type { CheckContext } from './rules/context.ts'
import { lookAlikesIn } from './unfamiliar.ts'

/** Why a person must look at a field. */
export type ReviewReason =
  | { readonly kind: 'missing' }
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** `characters` are the positions, in the raw text, of those that were hard to read. */
  | { readonly kind: 'low-confidence'; readonly characters: readonly number[] }
  | { readonly kind: 'derived' }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  /** `character`, at position `at` of the value, is often read in place of `other`. */
  | {
      readonly kind: 'look-alike'
      readonly at: number
      readonly character: string
      readonly other: string
    }

interface ReviewItem {
  readonly field: FieldName
  readonly reasons: readonly ReviewReason[]
}

/**
 * Below this confidence of its weakest character a field must be looked at. The one place to tune, together with what
 * a recognizer doubts: at most 0.3 % of all fields wrong and not looked at, at most 20 % right and looked at.
 */
const leastConfidence: Readonly<Record<FieldName, number>> = {
  id_num: 0.9,
  name: 0.97,
  sex: 0.8,
  nationality: 0.8,
  address: 0.96,
  birth_date: 0.93,
  issue_date: 0.93,
  car_class: 0.9,
  valid_from: 0.93,
  valid_to: 0.93,
  official_seal: 0.9,
}

type Reviewed = Pick<LicenseRecord, 'reading' | 'decisions'>

/** What the review of a record rests on, whatever the day. */
export interface Reviewable {
  readonly license: License
  /** The fields that a person confirmed or corrected. */
  readonly decided: readonly FieldName[]
  /** Why a person must look at others, as far as their reading alone tells. */
  readonly reasons: ReadonlyMap<FieldName, readonly ReviewReason[]>
}

/** What a check of one record gives: findings for every field, and the fields that a person must look at. */
export interface Review {
  readonly license: License
  readonly findings: readonly Finding[]
  /** In the order of the card; empty when the record is ready. */
  readonly items: readonly ReviewItem[]
}

/**
 * Checks a record as it stands. A field that a person confirmed or corrected leaves the review, its findings stay.
 * Where two fields disagree and a person stands by the one, the other comes into the review.
 */
export const review = (record: Reviewed, context: CheckContext): Review =>
  reviewOf(reviewableOf(record), context)

export function reviewableOf(record: Reviewed): Reviewable {
  const { decisions, reading } = record
  const isDecided = (field: FieldName): boolean => decisions[field] !== undefined
  const reasons = fieldNames
    .filter((field) => !isDecided(field))
    .map((field) => [field, reasonsOf(field, reading.fields[field])] as const)
    .filter(([, own]) => own.length > 0)
  return {
    license: licenseOf(record),
    decided: fieldNames.filter(isDecided),
    reasons: new Map(reasons),
  }
}

/** The same where what a record rests on is known already. */
export function reviewOf(reviewable: Reviewable, context: CheckContext): Review {
  const { license, decided } = reviewable
  const findings = check(license, context)
  const doubts = findings.filter(({ severity }) => severity !== 'note')
  const items = fieldNames
    .filter((field) => !decided.includes(field))
    .map((field) => ({ field, reasons: allReasons(field, reviewable, doubts) }))
    .filter(({ reasons }) => reasons.length > 0)
  return { license, findings, items }
}

function allReasons(
  field: FieldName,
  { decided, reasons }: Reviewable,
  doubts: readonly Finding[],
): readonly ReviewReason[] {
  const own = reasons.get(field) ?? []
  if (doubts.length === 0) return own
  // What rules say of nothing is nothing.
  if (own.some(({ kind }) => kind === 'missing')) return own
  const ofField = doubts.filter(
    (finding) =>
      finding.field === field ||
      (finding.comparedWith?.includes(field) === true && decided.includes(finding.field)),
  )
  return [...ofField.map((finding) => ({ kind: 'finding', finding }) as const), ...own]
}

function reasonsOf(field: FieldName, reading: FieldReading): ReviewReason[] {
  if (reading.value === '') return [withoutValue(reading)]
  const reasons: ReviewReason[] = []
  if (isReadTwice(reading)) return reasons
  if (reading.origin === 'derived') reasons.push({ kind: 'derived' })
  const weak = weakCharacters(field, reading)
  if (weak !== undefined) reasons.push({ kind: 'low-confidence', characters: weak })
  reasons.push(...reading.doubts.map((doubt): ReviewReason => ({ kind: 'doubt', doubt })))
  if (field === 'name' || field === 'address')
    for (const one of lookAlikesIn(field, reading.value))
      reasons.push({ kind: 'look-alike', ...one })
  return reasons
}

/** Characters that the card itself hides are not to be found on it. */
function withoutValue({ doubts }: FieldReading): ReviewReason {
  const masked = doubts.find(({ kind }) => kind === 'masked')
  return masked === undefined ? { kind: 'missing' } : { kind: 'doubt', doubt: masked }
}

/** Two recognizers that know nothing of each other read the same. */
const isReadTwice = ({ readBy = [] }: FieldReading): boolean => readBy.length > 1

/** Positions in the raw text; none when only the whole was hard to read, nothing when all is well. */
function weakCharacters(field: FieldName, reading: FieldReading): number[] | undefined {
  const least = leastConfidence[field]
  const hard = reading.characters.flatMap(({ text, confidence }, at) =>
    confidence < least && isPartOf(field, text) ? [at] : [],
  )
  const weak = [...new Set([...hard, ...strangeIn(field, reading)])].toSorted((a, b) => a - b)
  if (weak.length > 0) return weak
  const whole = reading.characters.length === 0 ? reading.confidence : null
  return whole !== null && whole < least ? [] : undefined
}

/** Blanks belong to no value, and marks such as the frame around a seal not to its words. */
const isPartOf = (field: FieldName, text: string): boolean =>
  field === 'official_seal' ? /[\p{L}\p{N}]/u.test(text) : text.trim() !== ''

/** Positions in the raw text of what may be a misread character, however sure the recognizer was of it. */
function strangeIn(field: FieldName, { raw, value }: FieldReading): number[] {
  if (field !== 'name' && field !== 'address') return []
  const characters = [...raw]
  return characters.flatMap((text, at) => {
    const beside = [
      characters.slice(0, at).findLast(isWritten),
      characters.slice(at + 1).find(isWritten),
    ].filter((neighbour) => neighbour !== undefined)
    const isStrange =
      field === 'name' ? isLeftOut(text, beside, value) : isStrangeInAddress(text, beside)
    return isStrange ? [at] : []
  })
}

/** What stands on the card but not in the name: a letter or digit, as in `张A三`, or a stroke, as in `张—凡`. */
const isLeftOut = (text: string, beside: readonly string[], value: string): boolean =>
  (/[\p{L}\p{N}]/u.test(text) || (isStroke(text) && beside.some(isChinese))) &&
  !value.includes(plainForms(text))

/** A symbol, or a stroke among Chinese alone, as in `新村之十—`. */
const isStrangeInAddress = (text: string, beside: readonly string[]): boolean =>
  isStroke(text) ? beside.every(isChinese) : /\p{S}/u.test(text)

/** What 一 or 二 may be misread as. */
const isStroke = (text: string): boolean => /^[-_~=]$/.test(plainForms(text))
const isWritten = (text: string): boolean => text.trim() !== ''
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The lowest confidence of each field, null where the recognizer gave none. */
export const confidences = (record: LicenseRecord): Record<FieldName, number | null> =>
  mapFields((field) => record.reading.fields[field].confidence)
