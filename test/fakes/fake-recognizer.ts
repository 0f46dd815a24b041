import type { Failure } from '../../core/license/failure.ts'
import type { Reading } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Recognizer } from '../../electron/recognizers/recognizer.ts'
import { recordWith } from '../core/license/sample.ts'

export const soundReading: Reading = recordWith().reading

interface Asked {
  readonly source: Source
  readonly signal: AbortSignal
  readonly answer: (outcome: Result<Reading, Failure>) => void
}

/** A recognizer that answers when the test says so; an aborted signal gives `cancelled`, as the port demands. */
export class HeldRecognizer implements Recognizer {
  readonly id = 'held'
  readonly isPaid: boolean
  /** What it works on, in the order in which it was asked. */
  readonly open: Asked[] = []
  /** Names of all it was ever asked about. */
  readonly askedFor: string[] = []
  /** How what was aborted ends. */
  onAbort = (): Result<Reading, Failure> => fail({ kind: 'cancelled', message: 'cancelled' })

  constructor({ isPaid = false } = {}) {
    this.isPaid = isPaid
  }

  recognize(source: Source, signal: AbortSignal): Promise<Result<Reading, Failure>> {
    this.askedFor.push(source.name)
    const { promise, resolve } = Promise.withResolvers<Result<Reading, Failure>>()
    const asked = { source, signal, answer: resolve }
    this.open.push(asked)
    signal.addEventListener('abort', () => {
      this.open.splice(this.open.indexOf(asked), 1)
      resolve(this.onAbort())
    })
    return promise
  }

  /** Answers what was asked first and lets everybody hear it. */
  async answer(outcome: Result<Reading, Failure> = ok(soundReading)): Promise<void> {
    const asked = this.open.shift()
    if (asked === undefined) throw new Error('nothing was asked')
    asked.answer(outcome)
    await settled()
  }
}

/** A recognizer that knows what to say about each file by its name, at once. */
export const readyRecognizer = (failures: Readonly<Record<string, Failure>> = {}): Recognizer => ({
  id: 'ready',
  isPaid: false,
  recognize: async ({ name }) => {
    const failure = failures[name]
    return failure === undefined ? ok(soundReading) : fail(failure)
  },
})

/** Resolves when all promises that can settle now have settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const numbered = (prefix: string): (() => string) => {
  let last = 0
  return () => `${prefix}-${++last}`
}
