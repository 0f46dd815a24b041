import type { Failure } from '../../core/license/failure.ts'
import type { Reading, Readings } from '../../core/license/reading.ts'
import type { Source } from '../../core/license/record.ts'
import { mayBeCounted } from '../../core/quota/quota.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Recognizer, Trip } from '../../electron/recognizers/recognizer.ts'
import { readAs, recordWith } from '../core/license/sample.ts'

export const soundReading: Reading = recordWith().reading

/** A picture of several licenses, one beside the other, with these numbers. */
export function readingsOf(first: string, ...others: readonly string[]): Readings {
  const of = others.length + 1
  const card = (number: string, at: number): Reading => ({
    ...soundReading,
    place: { index: at + 1, of },
    image: {
      ...soundReading.image,
      card: [
        [at * 100, 0],
        [at * 100 + 90, 0],
        [at * 100 + 90, 60],
        [at * 100, 60],
      ],
    },
    fields: { ...soundReading.fields, id_num: readAs(number) },
  })
  return [card(first, 0), ...others.map((number, at) => card(number, at + 1))]
}

interface Asked {
  readonly source: Source
  readonly signal: AbortSignal
  readonly answer: (outcome: Result<Readings, Failure>) => void
}

/** A recognizer that answers when the test says so; an aborted signal gives `cancelled`, as the port demands. */
export class HeldRecognizer implements Recognizer {
  readonly id = 'held'
  readonly isPaid: boolean
  /** What it works on, in the order in which it was asked. */
  readonly open: Asked[] = []
  /** Names of all it was ever asked about. */
  readonly askedFor: string[] = []
  #nextAsked = Promise.withResolvers<void>()
  /** How what was aborted ends. */
  onAbort = (): Result<Readings, Failure> => fail({ kind: 'cancelled', message: 'cancelled' })

  constructor({ isPaid = false } = {}) {
    this.isPaid = isPaid
  }

  async recognize(
    source: Source,
    signal: AbortSignal,
    trip: Trip,
  ): Promise<Result<Readings, Failure>> {
    if (this.isPaid) trip.leaves()
    this.askedFor.push(source.name)
    const { promise, resolve } = Promise.withResolvers<Result<Readings, Failure>>()
    const answer = (outcome: Result<Readings, Failure>): void => {
      if (this.isPaid && !outcome.ok && !mayBeCounted(outcome.error)) trip.isBack()
      resolve(outcome)
    }
    const asked = { source, signal, answer }
    this.open.push(asked)
    this.#nextAsked.resolve()
    this.#nextAsked = Promise.withResolvers()
    signal.addEventListener('abort', () => {
      this.open.splice(this.open.indexOf(asked), 1)
      answer(this.onAbort())
    })
    return promise
  }

  /** Resolves when it was asked so many times. */
  async wasAsked(times: number): Promise<void> {
    while (this.askedFor.length < times) await this.#nextAsked.promise
  }

  /** Answers what was asked first, once something was, and lets everybody hear it. */
  async answer(outcome: Result<Readings, Failure> = ok([soundReading])): Promise<void> {
    while (this.open.length === 0) await this.#nextAsked.promise
    this.open.shift()?.answer(outcome)
    await settled()
  }
}

/** A recognizer that knows what to say about each file by its name, at once. */
export const readyRecognizer = (failures: Readonly<Record<string, Failure>> = {}): Recognizer => ({
  id: 'ready',
  isPaid: false,
  recognize: async ({ name }) => {
    const failure = failures[name]
    return failure === undefined ? ok([soundReading]) : fail(failure)
  },
})

/** For who does not ask where the image is. */
export const unheard: Trip = { leaves() {}, isBack() {}, async turn() {} }

/** Resolves when all promises that can settle now have settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const numbered = (prefix: string): (() => string) => {
  let last = 0
  return () => `${prefix}-${++last}`
}
