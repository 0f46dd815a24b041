import { useTranslation } from 'react-i18next'
import type { Point, Span } from '../../../core/figures/shares.ts'
import { plotOf, size } from '../../state/figures-plot.ts'
import { percent } from './percent.ts'
import styles from './overview.module.css'

/** Right as read over time; the table beside it says the same. */
export function FiguresPlot(props: { readonly points: readonly Point[]; readonly span: Span }) {
  const { t } = useTranslation()
  const { points } = props
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const { dots, line, grid } = plotOf(points)
  const told = ({ shares: { right, total } }: Point): string => percent(right, total)
  const label = t('figuresPlot', {
    from: first.period,
    to: last.period,
    first: told(first),
    last: told(last),
  })
  return (
    <svg
      className={styles['plot']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      {grid.map(({ y, share }) => (
        <g key={share} className={styles['grid']}>
          <line x1={size.left} x2={size.width - size.right} y1={y} y2={y} />
          <text x={size.left - 6} y={y + 4} textAnchor="end">
            {share}%
          </text>
        </g>
      ))}
      {line !== '' && <path d={line} />}
      {dots.map(({ x, y, point }) => (
        <circle key={point.period} cx={x} cy={y} r={dots.length > 40 ? 2 : 3.5}>
          <title>{`${point.period}: ${told(point)}`}</title>
        </circle>
      ))}
      <text x={size.left} y={size.height - 6}>
        {first.period}
      </text>
      {points.length > 1 && (
        <text x={size.width - size.right} y={size.height - 6} textAnchor="end">
          {last.period}
        </text>
      )}
    </svg>
  )
}
