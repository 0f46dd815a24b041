/** What the side that owns the browser tells the program at its start, by environment. */
export interface StandInStart {
  /** Root of the program, where its package.json lies. */
  readonly appFolder: string
  readonly userData: string
  /** Of the system, best first. */
  readonly languages: readonly string[]
  readonly dark: boolean
  /** Size of the display, in device-independent pixels. */
  readonly screen: { readonly width: number; readonly height: number }
  /** Whether another start of the program holds the lock. */
  readonly isSecond: boolean
}

export const startVariable = 'STAND_IN_START'

/** Read once; children of the program shall not take themselves for it. */
export const start: StandInStart = JSON.parse(process.env[startVariable] ?? '{}')
