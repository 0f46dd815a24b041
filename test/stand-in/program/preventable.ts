/** An event that listeners can prevent, as Electron gives to its own. */
export interface Preventable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function preventable(): Preventable {
  let defaultPrevented = false
  return {
    get defaultPrevented() {
      return defaultPrevented
    },
    preventDefault: () => {
      defaultPrevented = true
    },
  }
}
