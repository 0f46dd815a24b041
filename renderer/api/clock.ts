/** Today's date on the wall where the desk stands, `YYYY-MM-DD`. */
export function todayHere(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Calls back every minute, so that a window left open over midnight notices the new day. */
export function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 60_000)
  return () => clearInterval(timer)
}

/** The time on that wall, `HH:MM:SS`. */
export const clockTimeHere = (): string => new Date().toTimeString().slice(0, 8)
