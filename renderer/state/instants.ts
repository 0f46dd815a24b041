const two = (value: number): string => String(value).padStart(2, '0')

/** An instant (UTC, ISO 8601) as the clock on the wall shows it: `YYYY-MM-DD HH:MM`; `''` where there is none. */
export function localMinute(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  return `${localDay(instant)} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The same, only the day. */
export function localDay(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
