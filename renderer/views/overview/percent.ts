/**
 * With one digit behind the point, but for none and all. Rounded down, so that only what is all of it is told as 100 %; and what is there at
 * all is never told as nothing. `–` of nothing.
 */
export function percent(part: number, total: number): string {
  if (total === 0) return '–'
  const tenths = Math.floor((1000 * part) / total + 1e-9)
  if (tenths === 0 && part > 0) return '<0.1%'
  return tenths === 0 || tenths === 1000 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`
}
