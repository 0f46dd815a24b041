/** Named calls that one side answers. */
export type Calls<Names> = { readonly [N in keyof Names]: (input: never) => unknown }

/** The answer of a call, waited for. */
type AnswerOf<Call> = Call extends (input: never) => infer Answer ? Awaited<Answer> : never
type InputOf<Call> = Call extends (input: infer Input) => unknown ? Input : never

/** A channel between two processes. */
export interface Port {
  send(message: object): void
  listen(listener: (message: unknown) => void): void
}

export interface Link<Remote> {
  /** Calls the other side; rejects with its error. */
  ask<N extends keyof Remote & string>(
    name: N,
    input: InputOf<Remote[N]>,
  ): Promise<AnswerOf<Remote[N]>>
}

interface Message {
  readonly kind: 'ask' | 'answer' | 'error'
  readonly id: number
  readonly name?: string
  readonly value?: unknown
}

/** Joins two processes that call each other by name; what crosses is whatever their channel can clone. */
export function connect<Remote>(port: Port, local: Calls<object>): Link<Remote> {
  let last = 0
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()

  port.listen((message) => {
    if (isMessage(message)) void hear(message)
  })

  async function hear({ kind, id, name, value }: Message): Promise<void> {
    if (kind === 'ask') return answer(id, name ?? '', value)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (kind === 'error') asked?.reject(new Error(String(value)))
    else asked?.resolve(value)
  }

  async function answer(id: number, name: string, value: unknown): Promise<void> {
    try {
      const call: unknown = Reflect.get(local, name)
      if (typeof call !== 'function') throw new Error(`nobody answers ${name}`)
      port.send({ kind: 'answer', id, value: await Reflect.apply(call, local, [value]) })
    } catch (error) {
      port.send({ kind: 'error', id, value: error instanceof Error ? error.message : error })
    }
  }

  /** Both sides are written against the same calls: the answer is what they say. */
  function ask<N extends keyof Remote & string>(
    name: N,
    input: InputOf<Remote[N]>,
  ): Promise<AnswerOf<Remote[N]>>
  function ask(name: string, input: unknown): Promise<unknown> {
    last += 1
    const asked = Promise.withResolvers<unknown>()
    waiting.set(last, asked)
    port.send({ kind: 'ask', id: last, name, value: input })
    return asked.promise
  }
  return { ask }
}

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'kind' in message && 'id' in message
