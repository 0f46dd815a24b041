/** Two script worlds of one page that call each other: the page's own, and the preload's. */
export interface Worlds {
  /** Puts something at `window[key]` of the other world: values are copied, functions call back here. */
  expose(key: string, value: unknown): void
}

/**
 * Joins this world to the other one, as Electron's contextBridge does: only copies and calls cross. Written into the
 * page: uses nothing from outside itself.
 * @param mine name of the events that this world hears, `theirs` of those that the other one hears
 */
export function joinWorlds(mine: string, theirs: string): Worlds {
  type Wire =
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'function' | 'promise'; readonly id: number }
    | { readonly kind: 'object'; readonly parts: readonly (readonly [string, Wire])[] }
    | { readonly kind: 'array'; readonly items: readonly Wire[] }
  type Told =
    | { readonly kind: 'expose'; readonly key: string; readonly value: Wire }
    | { readonly kind: 'call'; readonly id: number; readonly args: readonly Wire[] }
    | { readonly kind: 'return' | 'throw'; readonly value: Wire }
    | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Wire }

  const functions: unknown[] = []
  const numbers = new Map<unknown, number>()
  const awaited = new Map<number, PromiseWithResolvers<unknown>>()
  let lastPromise = 0
  /** Answer of the call that is being made; calls nest, so it is read at once. */
  let answered: Told | undefined

  const tell = (told: Told): void => {
    document.dispatchEvent(new CustomEvent(theirs, { detail: told }))
  }

  const toWire = (value: unknown): Wire => {
    // What the browser itself copies from world to world, far faster.
    if (isData(value)) return { kind: 'value', value }
    if (typeof value === 'function') return { kind: 'function', id: numberOf(value) }
    if (value instanceof Promise) return { kind: 'promise', id: watch(value) }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(toWire) }
    if (typeof value === 'object' && value !== null && isPlain(value))
      return {
        kind: 'object',
        parts: Object.entries(value).map(([key, part]) => [key, toWire(part)] as const),
      }
    return { kind: 'value', value: value instanceof Error ? value.message : value }
  }
  const isData = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return typeof value !== 'function'
    if (Array.isArray(value)) return value.every(isData)
    if (isPlain(value)) return Object.values(value).every(isData)
    return !(value instanceof Promise || value instanceof Error)
  }
  const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value)
    return prototype === Object.prototype || prototype === null
  }
  const numberOf = (value: unknown): number => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    functions.push(value)
    numbers.set(value, functions.length - 1)
    return functions.length - 1
  }
  const watch = (promise: Promise<unknown>): number => {
    lastPromise += 1
    const id = lastPromise
    promise.then(
      (value) => tell({ kind: 'settle', id, ok: true, value: toWire(value) }),
      (error) => tell({ kind: 'settle', id, ok: false, value: toWire(error) }),
    )
    return id
  }

  const fromWire = (wire: Wire): unknown => {
    switch (wire.kind) {
      case 'value':
        return wire.value
      case 'array':
        return wire.items.map(fromWire)
      case 'object':
        return Object.fromEntries(wire.parts.map(([key, part]) => [key, fromWire(part)]))
      case 'promise': {
        const settled = Promise.withResolvers<unknown>()
        awaited.set(wire.id, settled)
        return settled.promise
      }
      case 'function':
        return (...args: unknown[]) => call(wire.id, args)
    }
  }
  const call = (id: number, args: readonly unknown[]): unknown => {
    answered = undefined
    tell({ kind: 'call', id, args: args.map(toWire) })
    const said: Told | undefined = answered
    return resultOf(said)
  }
  const resultOf = (said: Told | undefined): unknown => {
    if (said?.kind === 'return') return fromWire(said.value)
    throw new Error(said?.kind === 'throw' ? String(fromWire(said.value)) : 'nobody answered')
  }

  const hear = (told: Told): void => {
    switch (told.kind) {
      case 'expose':
        Object.defineProperty(window, told.key, {
          value: Object.freeze(fromWire(told.value)),
          enumerable: true,
        })
        break
      case 'call':
        tell(answer(told.id, told.args.map(fromWire)))
        break
      case 'settle': {
        const waiting = awaited.get(told.id)
        awaited.delete(told.id)
        const value = fromWire(told.value)
        if (told.ok) waiting?.resolve(value)
        else waiting?.reject(new Error(String(value)))
        break
      }
      default:
        answered = told
    }
  }
  const answer = (id: number, args: unknown[]): Told => {
    try {
      const called = functions[id]
      if (typeof called !== 'function') throw new Error('no such function')
      return { kind: 'return', value: toWire(Reflect.apply(called, undefined, args)) }
    } catch (error) {
      return { kind: 'throw', value: toWire(error) }
    }
  }

  document.addEventListener(mine, (event) => {
    if (event instanceof CustomEvent) hear(event.detail)
  })
  return { expose: (key, value) => tell({ kind: 'expose', key, value: toWire(value) }) }
}
