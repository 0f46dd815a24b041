import { atMost, type Figure, quantile } from './figures.ts'
import type { Run } from './run-cases.ts'

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`
const times = (value: number): string => value.toFixed(2)

/** How long a picture with one card takes in a process that has read some before. */
export function timeFigures(runs: readonly Run[]): Figure[] {
  const timed = runs.flatMap(({ ms, bareMs }) => (bareMs === undefined ? [] : [{ ms, bareMs }]))
  const all = timed.map(({ ms }) => ms)
  const ratio = quantile(
    timed.map(({ ms, bareMs }) => ms / bareMs),
    0.5,
  )
  return [
    atMost('warm time per card, median', quantile(all, 0.5), 400, milliseconds),
    atMost('warm time per card, nine of ten', quantile(all, 0.9), 600, milliseconds),
    atMost('times the bare inference of the same tensors', ratio, 1.25, times),
  ]
}
