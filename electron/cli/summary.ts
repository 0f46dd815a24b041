import { unreachable } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { fieldNames } from '../../core/license/field.ts'
import { sayField } from '../../core/words/say-card.ts'
import { sayReason } from '../../core/words/say-reason.ts'
import { sayRecordSource, saySource } from '../../core/words/say-source.ts'
import { wordsIn } from '../../core/words/words.ts'
import { sayTrouble } from './say-trouble.ts'
import { displayWidth, padColumns, printable, shorten } from './display-width.ts'
import { textTable } from './text-table.ts'
import type { ScanResult } from './results.ts'

const longestName = 32

const tableHeadings = [
  'command:heading.file',
  'command:heading.name',
  'command:heading.number',
  'command:heading.class',
  'command:heading.validTo',
  'command:heading.check',
] as const

export const nameOf = (result: ScanResult, language: Language): string => {
  switch (result.kind) {
    case 'read': {
      const { record } = result
      const first = sayRecordSource(record, language)
      return record.joined == null
        ? first
        : wordsIn(language)('command:twoPages', {
            first,
            second: saySource(record.joined.source, language),
          })
    }
    case 'failed':
      return saySource(result.source, language)
    case 'refused':
      return result.refusal.name
    default:
      return unreachable(result)
  }
}

/** What became of one of them, in a few words without anything that was read. */
export function sayResult(result: ScanResult, language: Language): string {
  switch (result.kind) {
    case 'read': {
      const fields = result.review.items.map(({ field }) => sayField(field, language))
      const say = wordsIn(language)
      return fields.length === 0
        ? `✓ ${wordsIn(language)('command:ready')}`
        : `! ${wordsIn(language)('command:toCheck', { fields: fields.join(say('card:comma')) })}`
    }
    case 'failed':
      return `✗ ${sayTrouble(result.failure.kind, '', language)}`
    case 'refused':
      return `✗ ${sayTrouble(result.refusal.kind, result.refusal.found, language)}`
    default:
      return unreachable(result)
  }
}

/** A table of what was read and what a person must look at, aligned for a terminal. */
export function summaryTable(
  results: readonly ScanResult[],
  language: Language,
): readonly string[] {
  const rows = results.map((result) => {
    const license = result.kind === 'read' ? result.review.license : undefined
    return [
      shorten(printable(nameOf(result, language)), longestName),
      license?.name ?? '',
      license?.id_num ?? '',
      license?.car_class ?? '',
      license?.valid_to ?? '',
      sayResult(result, language),
    ]
  })
  const say = wordsIn(language)
  return textTable(
    tableHeadings.map((heading) => say(heading)),
    rows,
  )
}

/** Why each field must be looked at; no line when none must. */
export function reviewNotes(results: readonly ScanResult[], language: Language): readonly string[] {
  const width = Math.max(...fieldNames.map((field) => displayWidth(sayField(field, language))))
  const notes = results.flatMap((result) => {
    if (result.kind !== 'read' || result.review.items.length === 0) return []
    const { record, review } = result
    const reasons = review.items.flatMap(({ field, reasons: all }) =>
      all.map((reason) => {
        const sentence = sayReason(reason, record.reading.fields[field].raw, language)
        return `    ${padColumns(sayField(field, language), width)}  ${printable(sentence)}`
      }),
    )
    return [`  ${printable(sayRecordSource(record, language))}`, ...reasons]
  })
  return notes.length === 0 ? [] : [wordsIn(language)('command:toCheckHeading'), ...notes]
}
