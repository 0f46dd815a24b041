import { fieldNames } from '../../core/license/field.ts'
import { percent } from './figures.ts'
import { isFalseAlarm, isRight, isSilent, type Mark, share } from './score.ts'

/** Of each field how much is right, how many mistakes are silent, and how many right ones are looked at for nothing. */
export function fieldTable(marks: readonly Mark[]): string {
  const row = (name: string, own: readonly Mark[]): string =>
    [
      name.padEnd(13),
      `${own.filter(isRight).length} of ${own.length}`.padStart(13),
      percent(share(own, isRight)).padStart(10),
      `silent ${own.filter(isSilent).length}`.padStart(11),
      `false alarms ${own.filter(isFalseAlarm).length}`.padStart(19),
    ].join('')
  return [
    ...fieldNames.map((field) =>
      row(
        field,
        marks.filter((mark) => mark.field === field),
      ),
    ),
    row('all', marks),
  ].join('\n')
}

/** Every field that was read wrong, and why a person looks at it. */
export const wrongFields = (marks: readonly Mark[]): string[] =>
  marks
    .filter((mark) => !mark.right)
    .map((mark) => {
      const { name, field, truth, value, reasons } = mark
      const why = isSilent(mark) ? 'SILENT' : reasons.map(reasonWord).join(' ')
      return `${name} ${field}: ${truth} ≠ ${value} [${why}]`
    })

const reasonWord = (reason: Mark['reasons'][number]): string => {
  if (reason.kind === 'finding') return reason.finding.rule
  return reason.kind === 'doubt' ? reason.doubt.kind : reason.kind
}
