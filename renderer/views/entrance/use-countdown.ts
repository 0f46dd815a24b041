import { useEffect, useState } from 'react'

/** Whole seconds that are left of a wait which begins anew whenever `start` is called. */
export function useCountdown(atFirst: number): {
  readonly seconds: number
  /** As many as the wait began with, while it lasts. */
  readonly whole: number
  readonly start: (milliseconds: number) => void
} {
  const [whole, setWhole] = useState(atFirst)
  const [until, setUntil] = useState(() => performance.now() + atFirst)
  const [now, setNow] = useState(() => performance.now())
  const isOver = now >= until
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [isOver])
  return {
    seconds: Math.max(0, Math.ceil((until - now) / 1000)),
    whole: isOver ? 0 : Math.ceil(whole / 1000),
    start: (milliseconds) => {
      setWhole(milliseconds)
      setNow(performance.now())
      setUntil(performance.now() + milliseconds)
    },
  }
}
