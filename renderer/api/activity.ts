const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const
const pause = 5_000

/** Calls back when somebody is at work in the window, at most every five seconds. */
export function everyActivity(listener: () => void): void {
  let last = Number.NEGATIVE_INFINITY
  const onSign = (): void => {
    const now = performance.now()
    if (now - last < pause) return
    last = now
    listener()
  }
  for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true })
}

/** Ends what is being written, which saves it. */
export function leaveInput(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
