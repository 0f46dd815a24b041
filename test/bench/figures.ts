import { fieldNames } from '../../core/license/field.ts'
import type { Kind } from './cases.ts'
import type { Run } from './run-cards.ts'
import { isFalseAlarm, isSilent, isTrueWord, type Mark, share } from './score.ts'

/** One measured figure against its bar. */
export interface Figure {
  readonly name: string
  readonly measured: string
  /** `''` for a figure that is only told. */
  readonly bar: string
  readonly passed: boolean
}

export const percent = (value: number): string => `${(value * 100).toFixed(2)} %`

export const told = (name: string, measured: string): Figure => ({
  name,
  measured,
  bar: '',
  passed: true,
})

const atLeast = (name: string, value: number, bar: number): Figure => ({
  name,
  measured: percent(value),
  bar: `≥ ${percent(bar)}`,
  passed: value >= bar,
})

const atMost = (name: string, value: number, bar: number): Figure => ({
  name,
  measured: percent(value),
  bar: `≤ ${percent(bar)}`,
  passed: value <= bar,
})

const exactBars: Readonly<Record<Kind, { readonly all: number; readonly number: number }>> = {
  clean: { all: 0.975, number: 1 },
  photo: { all: 0.965, number: 0.99 },
}

const isRight = ({ right }: Mark): boolean => right
const ofNumber = (marks: readonly Mark[]): Mark[] => marks.filter(({ field }) => field === 'id_num')

/** How well the cards of one kind were read. */
export function accuracyFigures(kind: Kind, runs: readonly Run[]): Figure[] {
  const marks = runs.flatMap((run) => run.marks)
  const numbers = ofNumber(marks)
  const wrong = fieldNames
    .map((field) => ({ field, count: marks.filter((m) => m.field === field && !m.right).length }))
    .filter(({ count }) => count > 0)
    .map(({ field, count }) => `${field} ${count}`)
  const whole = runs.filter((run) => run.marks.every(isRight)).length
  return [
    atLeast(`${kind}: fields exactly right`, share(marks, isRight), exactBars[kind].all),
    atLeast(`${kind}: id number exactly right`, share(numbers, isRight), exactBars[kind].number),
    told(`${kind}: cards with all eleven right`, `${whole} of ${runs.length}`),
    told(`${kind}: wrong fields`, wrong.join(', ') || 'none'),
  ]
}

/** How well mistakes are flagged, over cards of every kind. */
export function reviewFigures(runs: readonly Run[]): Figure[] {
  const marks = runs.flatMap((run) => run.marks)
  const silentNumbers = ofNumber(marks).filter(isSilent).length
  const ready = runs.filter((run) => run.marks.every(({ reasons }) => reasons.length === 0)).length
  return [
    atMost('silent mistakes', share(marks, isSilent), 0.003),
    {
      name: 'silent mistakes in the id number',
      measured: String(silentNumbers),
      bar: '0',
      passed: silentNumbers === 0,
    },
    atMost('false alarms', share(marks, isFalseAlarm), 0.2),
    told(
      'false alarms but for expired and the like',
      percent(share(marks, (mark) => isFalseAlarm(mark) && !isTrueWord(mark))),
    ),
    told('cards that need no look at all', `${ready} of ${runs.length}`),
  ]
}

/** How long a card takes in a process that has read some before. */
export function timeFigures(runs: readonly Run[]): Figure[] {
  const times = runs.map(({ ms }) => ms)
  const middle = quantile(times, 0.5)
  const bare = runs.flatMap(({ bareMs }) => (bareMs === undefined ? [] : [bareMs]))
  const ratio = middle / quantile(bare, 0.5)
  return [
    {
      name: 'warm time per card, median',
      measured: `${middle.toFixed(0)} ms`,
      bar: '≤ 800 ms',
      passed: middle <= 800,
    },
    told('warm time per card, nine of ten', `${quantile(times, 0.9).toFixed(0)} ms`),
    ...(bare.length > 0
      ? [told('times the bare inference of the same tensors', ratio.toFixed(2))]
      : []),
  ]
}

export const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0

export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length))
  return figures
    .map(({ name, measured, bar, passed }) => {
      const verdict = bar === '' ? '' : passed ? 'pass' : 'FAIL'
      return `${name.padEnd(width)}  ${measured.padStart(10)}  ${bar.padStart(10)}  ${verdict}`
    })
    .join('\n')
}
