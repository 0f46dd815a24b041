import type { Point } from '../../core/figures/shares.ts'

/** Of the plot, in its own units. */
export const size = { width: 560, height: 220, left: 44, right: 14, top: 12, bottom: 28 } as const

export interface Plot {
  readonly dots: readonly { readonly x: number; readonly y: number; readonly point: Point }[]
  /** A path through the dots; `''` where there is one alone. */
  readonly line: string
  /** Lines across, from the lowest; `share` in percent. */
  readonly grid: readonly { readonly y: number; readonly share: number }[]
}

/** Where each week or month stands: side by side, from a floor below the worst of them up to 100 %. */
export function plotOf(points: readonly Point[]): Plot {
  const known = points.filter(({ shares }) => shares.total > 0)
  const shareOf = ({ shares }: Point): number => (100 * shares.right) / shares.total
  const worst = Math.min(100, ...known.map(shareOf))
  const floor = [95, 90, 80, 50, 0].find((bottom) => worst > bottom) ?? 0
  const yOf = (share: number): number => {
    const height = size.height - size.top - size.bottom
    return size.top + (height * (100 - share)) / (100 - floor)
  }
  const step = (size.width - size.left - size.right - 16) / Math.max(1, known.length - 1)
  const dots = known.map((point, index) => ({
    x:
      known.length === 1 ? (size.left + size.width - size.right) / 2 : size.left + 8 + index * step,
    y: yOf(shareOf(point)),
    point,
  }))
  const line =
    dots.length < 2
      ? ''
      : dots
          .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
          .join('')
  const grid = [0, 1, 2].map((part) => {
    const share = floor + ((100 - floor) * part) / 2
    return { y: yOf(share), share }
  })
  return { dots, line, grid }
}
