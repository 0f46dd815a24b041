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

export const atLeast = (name: string, value: number, bar: number): Figure => ({
  name,
  measured: percent(value),
  bar: `≥ ${percent(bar)}`,
  passed: value >= bar,
})

export const atMost = (
  name: string,
  value: number,
  bar: number,
  write: (value: number) => string = percent,
): Figure => ({
  name,
  measured: write(value),
  bar: `≤ ${write(bar)}`,
  passed: value <= bar,
})

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
