import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Writes down what went wrong inside the program. */
export interface FaultLog {
  readonly file: string
  write(what: string, error: unknown): void
}

export function openFaultLog(folder: string, now: () => Date): FaultLog {
  const file = path.join(folder, 'faults.log')
  return {
    file,
    write(what, error) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        appendFileSync(file, `${now().toISOString()} ${what} ${describe(error)}\n`, { mode: 0o600 })
      } catch {
        // A disk that is full must not turn one fault into two.
      }
    },
  }
}

/**
 * An error without anything personal: its name, its code and the places in our own code. Its message is left out, as
 * it may name a file after a person; so are folders, which may be named after the user.
 */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code: unknown = Reflect.get(error, 'code')
  const places = [...(error.stack ?? '').matchAll(/[\w.-]+\.[cm]?[jt]s:\d+:\d+/g)]
  const name = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error'
  const sound = typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? ` ${code}` : ''
  return `${name}${sound}${places.map(([place]) => ` at ${place}`).join('')}`
}
