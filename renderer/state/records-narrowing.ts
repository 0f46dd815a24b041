import type { RecordsQuestion } from '../../core/ipc/held.ts'
import type { Readers, RecordOrder } from '../../core/records/query.ts'
import type { Light } from '../../core/verdict/reason.ts'

/** Which of the stored records are shown besides what a search lets through, and in which order. */
export interface Narrowing {
  readonly order: RecordOrder
  /** Days on the wall, `YYYY-MM-DD`, both included; `''` where nothing is asked. */
  readonly from: string
  readonly to: string
  readonly readers: Readers | 'all'
  readonly state: 'ready' | 'look' | 'all'
  readonly verdict: Light | 'all'
}

export const notNarrowed: Narrowing = {
  order: 'newest',
  from: '',
  to: '',
  readers: 'all',
  state: 'all',
  verdict: 'all',
}

/** How many things are asked besides the order. */
export const countNarrowed = ({ from, to, readers, state, verdict }: Narrowing): number =>
  Number(from !== '' || to !== '') +
  [readers, state, verdict].filter((asked) => asked !== 'all').length

/** What is asked of the desk; days become instants by the clock on the wall. */
export function questionOf(text: string, narrowing: Narrowing): RecordsQuestion {
  const { order, from, to, readers, state, verdict } = narrowing
  return {
    text,
    ...(order !== 'newest' && { order }),
    ...(from !== '' && { readFrom: startOf(from, 0) }),
    ...(to !== '' && { readBefore: startOf(to, 1) }),
    ...(readers !== 'all' && { readers }),
    ...(state !== 'all' && { state }),
    ...(verdict !== 'all' && { verdict }),
  }
}

/** The first instant of a day, or of one that many days later. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
