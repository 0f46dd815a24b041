const panes = ['top', 'list', 'image', 'fields', 'notes'] as const

/** Moves the keyboard to the next part of the window, around the end. */
export function nextPane(): void {
  const now = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')
  const at = panes.findIndex((pane) => pane === now)
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(at + step) % panes.length]
    const hosts = document.querySelectorAll<HTMLElement>(`[data-pane="${pane}"]`)
    const targets = [...hosts]
      .filter((host) => host.checkVisibility())
      .flatMap((host) => (host.tabIndex === 0 ? host : firstIn(host)) ?? [])
    if (targets[0] !== undefined) {
      targets[0].focus()
      return
    }
  }
}

const firstIn = (host: HTMLElement): HTMLElement | undefined =>
  [...host.querySelectorAll<HTMLElement>('button, input, textarea, [tabindex="0"]')].find(
    (element) =>
      element.tabIndex === 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }),
  )
