/** Rounded down, so that only what is all of it is told as 100 %; `–` of nothing. */
export function percent(part: number, total: number): string {
  if (total === 0) return '–'
  const tenths = Math.floor((1000 * part) / total + 1e-9)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}
