interface Contrasted {
  readonly contrast: 'system' | 'high'
}

const more = matchMedia('(prefers-contrast: more)')

/** Puts the page into high contrast, or takes it out, as a person set it or the system wishes. */
export function dressContrast({ contrast }: Contrasted): void {
  const isHigh = contrast === 'high' || more.matches
  document.documentElement.dataset['contrast'] = isHigh ? 'high' : 'normal'
}

/** The same now, and whenever the system wishes otherwise. */
export function followContrast(now: () => Contrasted): void {
  dressContrast(now())
  more.addEventListener('change', () => dressContrast(now()))
}
