import { type FieldName, type License, mapFields } from '../../core/license/field.ts'
import type { Rule, Severity } from '../../core/license/finding.ts'
import type { Source } from '../../core/license/record.ts'
import type { Hindrance, Reading } from '../../core/license/reading.ts'
import { confidences } from '../../core/license/review.ts'
import {
  doubtsAbout,
  type SecondPage,
  type SecondPageDoubt,
} from '../../core/license/second-page.ts'
import { unreachable } from '../../core/result.ts'
import { adviceOf } from '../../core/words/say-advice.ts'
import type { TroubleKind } from '../../core/words/trouble.ts'
import type { ScanResult } from './results.ts'
import type { VerdictLine } from './verdict-line.ts'

/** One line of `--json`: what became of one license. */
export interface LicenseLine {
  /** Absolute path. */
  readonly file: string
  /** 1-based page of the file. */
  readonly page: number
  /** Which of the licenses on that page, in reading order, counted from 1; null where none was read. */
  readonly card: { readonly index: number; readonly of: number } | null
  readonly status: 'read' | 'failed' | 'unknown' | 'waiting'
  readonly recognizer: string
  readonly license: License | null
  readonly medium: Reading['medium'] | null
  /** What the second page says, where that is in the picture; `''` where nothing was found. */
  readonly secondPage:
    | (Readonly<Record<keyof SecondPage, string>> & { readonly doubts: readonly SecondPageDoubt[] })
    | null
  /** The image in which that was read, where it is another one. */
  readonly joined: { readonly file: string; readonly page: number } | null
  /** What made the card hard to read. */
  readonly hindrances: readonly Hindrance['kind'][]
  readonly confidence: Readonly<Record<FieldName, number | null>> | null
  /** Ids of the recognizers that read each value, more than one where they read alike; null where one alone looked. */
  readonly readBy: Readonly<Record<FieldName, readonly string[]>> | null
  /** A recognizer that should have looked too, and why it did not. */
  readonly missed: { readonly recognizer: string; readonly kind: TroubleKind } | null
  readonly review: readonly FieldName[]
  readonly findings: readonly { field: FieldName; rule: Rule; severity: Severity }[]
  /**
   * `kind` is for programs, `message` for support, in English whatever `--lang` says; `code` and `rid` are WeChat's,
   * null where it gave none.
   */
  readonly failure: {
    readonly kind: TroubleKind
    readonly code: number | null
    readonly message: string
    readonly rid: string | null
  } | null
  readonly ms: number
  /** Only where a rental was asked for. */
  readonly verdict?: VerdictLine | null
}

/**
 * @param recognizer id of the one that was asked
 * @param ms how long it took over a result that is no record
 */
export function lineOf(result: ScanResult, recognizer: string, ms: number): LicenseLine {
  switch (result.kind) {
    case 'read': {
      const { record, review } = result
      const { missed, medium, secondPage, hindrances } = record.reading
      return {
        file: record.source.path,
        page: record.source.page,
        card: record.reading.place ?? { index: 1, of: 1 },
        status: 'read',
        recognizer: record.recognizer,
        license: review.license,
        medium,
        secondPage: pageOf(secondPage, review.license.id_num),
        joined: placeOf(record.joined?.source),
        hindrances: [...new Set(hindrances.map((hindrance) => hindrance.kind))],
        confidence: confidences(record),
        readBy: readersOf(record.reading),
        missed:
          missed === undefined
            ? null
            : { recognizer: missed.recognizer, kind: missed.failure.kind },
        review: review.items.map(({ field }) => field),
        findings: review.findings.map(({ field, rule, severity }) => ({ field, rule, severity })),
        failure: null,
        ms: record.ms,
      }
    }
    case 'failed': {
      const { source, failure } = result
      const { kind, message, code = null, rid = null, secondPage } = failure
      const failed = failedLine(source.path, source.page, { kind, code, message, rid })
      const line = { ...failed, secondPage: pageOf(secondPage, ''), recognizer, ms }
      return kind === 'outcome-unknown' ? { ...line, status: 'unknown' } : line
    }
    case 'refused': {
      const { path, kind, found } = result.refusal
      const { reason } = adviceOf(kind, 'en')
      const message = found === '' ? reason : `${reason} (${found})`
      return { ...failedLine(path, 1, { kind, code: null, message, rid: null }), recognizer, ms }
    }
    default:
      return unreachable(result)
  }
}

/** An image that is still to be read. */
export const waitingLine = ({ path, page }: Source): LicenseLine => ({
  ...failedLine(path, page, null),
  status: 'waiting',
  recognizer: '',
  ms: 0,
})

const placeOf = (source: Source | undefined): LicenseLine['joined'] =>
  source === undefined ? null : { file: source.path, page: source.page }

const pageOf = (page: SecondPage | undefined, idNumber: string): LicenseLine['secondPage'] =>
  page === undefined
    ? null
    : {
        number: page.number.value,
        fileNumber: page.fileNumber.value,
        record: page.record.value,
        doubts: doubtsAbout(page, idNumber),
      }

function readersOf({ fields }: Reading): LicenseLine['readBy'] {
  const isCompared = Object.values(fields).some(({ readBy }) => readBy !== undefined)
  return isCompared ? mapFields((field) => fields[field].readBy ?? []) : null
}

const failedLine = (
  file: string,
  page: number,
  failure: LicenseLine['failure'],
): Omit<LicenseLine, 'recognizer' | 'ms'> => ({
  file,
  page,
  card: null,
  status: 'failed',
  license: null,
  medium: null,
  secondPage: null,
  joined: null,
  hindrances: [],
  confidence: null,
  readBy: null,
  missed: null,
  review: [],
  findings: [],
  failure,
})
