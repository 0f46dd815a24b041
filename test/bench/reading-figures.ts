import type { FieldName } from '../../core/license/field.ts'
import type { DrawnKind } from './cases.ts'
import { atLeast, atMost, type Figure, percent, told } from './figures.ts'
import type { Run } from './run-cases.ts'
import { isFalseAlarm, isRight, isSilent, marksOf, marksOfOne, share } from './score.ts'

/** What must be right of the kinds that show one person. */
const bars = {
  scan: { name: 'scans', fields: 0.995, whole: 0.96, certain: 0.998, alarms: 0.06 },
  photo: { name: 'photos', fields: 0.992, whole: 0.92, certain: 0.99, alarms: 0.1 },
} as const

/** What is printed in digits or is one of a few words. */
const certain: ReadonlySet<FieldName> = new Set([
  'id_num',
  'sex',
  'birth_date',
  'issue_date',
  'car_class',
  'valid_from',
  'valid_to',
])

/** How well all pictures of a set were read, how well mistakes are flagged, what was taken for what it is. */
export function readingFigures(runs: readonly Run[]): Figure[] {
  const of = (...kinds: readonly DrawnKind[]): Run[] =>
    runs.filter((run) => kinds.some((kind) => run.of.kind === kind))
  return [
    ...singleFigures('scan', of('scan')),
    ...singleFigures('photo', of('photo')),
    atLeast('both pages: fields exactly right', share(marksOf(of('both-pages')), isRight), 0.99),
    ...sheetFigures(of('sheet')),
    ...paperFigures(of('other-document', 'second-page')),
    ...silenceFigures(runs),
    { ...silentIn('watermarked: silent mistakes', of('watermark')), bar: '0' },
    told('watermarked: fields exactly right', percent(share(marksOf(of('watermark')), isRight))),
  ]
}

function singleFigures(kind: keyof typeof bars, runs: readonly Run[]): Figure[] {
  const bar = bars[kind]
  const marks = marksOf(runs)
  const whole = (run: Run): boolean => marksOf([run]).every(isRight)
  const alarms = share(marks.filter(isRight), isFalseAlarm)
  return [
    atLeast(`${bar.name}: fields exactly right`, share(marks, isRight), bar.fields),
    atLeast(`${bar.name}: all eleven right`, share(runs, whole), bar.whole),
    atLeast(
      `${bar.name}: number, dates, sex, class right`,
      share(
        marks.filter(({ field }) => certain.has(field)),
        isRight,
      ),
      bar.certain,
    ),
    atMost(`${bar.name}: false alarms among right fields`, alarms, bar.alarms),
  ]
}

function sheetFigures(runs: readonly Run[]): Figure[] {
  const pairs = runs.flatMap((run) => run.pairs)
  const strays = runs.reduce((sum, run) => sum + run.strays.length, 0)
  return [
    atLeast(
      'sheets: people found, each in a record of their own',
      share(pairs, ({ reading }) => reading !== undefined),
      0.99,
    ),
    { ...told('sheets: records of nobody', String(strays)), bar: '0', passed: strays === 0 },
    told('sheets: fields exactly right', percent(share(marksOf(runs), isRight))),
  ]
}

function paperFigures(runs: readonly Run[]): Figure[] {
  const read = runs.filter(({ failure }) => failure === '').length
  return [
    atLeast(
      'other papers named',
      share(runs, ({ of, failure }) => failure === of.paper),
      0.99,
    ),
    { ...told('other papers read as a license', String(read)), bar: '0', passed: read === 0 },
  ]
}

/** Mistakes that nobody is told to look at, over all pictures. */
export function silenceFigures(runs: readonly Run[]): Figure[] {
  const marks = marksOf(runs)
  const numbers = marks.filter(({ field }) => field === 'id_num').filter(isSilent).length
  return [
    atMost('silent mistakes, all pictures', share(marks, isSilent), 0.0005),
    {
      ...told('wrong numbers that are not flagged', String(numbers)),
      bar: '0',
      passed: numbers === 0,
    },
    told('licenses that need no look at all', percent(share(runs.flatMap(readyOf), Boolean))),
  ]
}

const readyOf = ({ of, pairs }: Run): boolean[] =>
  pairs.map((pair) => marksOfOne(of.name, pair).every(({ reasons }) => reasons.length === 0))

function silentIn(name: string, runs: readonly Run[]): Figure {
  const silent = marksOf(runs).filter(isSilent).length
  return { ...told(name, String(silent)), passed: silent === 0 }
}
