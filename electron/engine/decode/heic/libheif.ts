import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** What a file may have libheif take at most, in bytes: 25 megapixels take 180 MB, and the file lies in it too. */
const mostMemory = 270_000_000
/** In bytes, of WebAssembly. */
const memoryPage = 65_536

/** libheif as it was compiled, with a memory of its own that reaches nothing of this process. */
export interface Libheif {
  /** Calls one of its functions; what it gives is a number, as are its pointers. */
  readonly call: (name: string, ...given: readonly number[]) => number
  /** What stands in its memory from `at` on; good until the next call. */
  readonly memory: (at: number, length: number) => Uint8Array
  /** Whether it was refused memory. */
  readonly isFull: () => boolean
}

let compiled: Promise<WebAssembly.Module> | undefined

const program = (): Promise<WebAssembly.Module> =>
  (compiled ??= readFile(
    createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.wasm'),
  ).then((bytes) => WebAssembly.compile(new Uint8Array(bytes))))

/** One that has seen no file yet. */
export async function startLibheif(): Promise<Libheif> {
  const code = await program()
  let memory: WebAssembly.Memory | undefined
  let isFull = false
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, begin: (instance: unknown) => void): unknown {
      const instance = new WebAssembly.Instance(code, imports)
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory)
      if (memory !== undefined) limit(memory, () => (isFull = true))
      begin(instance)
      return instance.exports
    },
    // What it says of a file belongs into no log.
    print: () => undefined,
    printErr: () => undefined,
  }
  // What it gives is a function, whatever its types say.
  const start: unknown = Reflect.get(await import('libheif-js/libheif-wasm/libheif.js'), 'default')
  if (typeof start !== 'function') throw new Error('libheif does not start')
  const functions: unknown = await Reflect.apply(start, undefined, [options])
  const own = memory
  if (own === undefined || typeof functions !== 'object' || functions === null)
    throw new Error('libheif has no memory')
  return {
    call(name, ...given) {
      const found: unknown = Reflect.get(functions, `_${name}`)
      if (typeof found !== 'function') throw new Error(`libheif has no ${name}`)
      return Number(Reflect.apply(found, undefined, given))
    },
    memory: (at, length) => new Uint8Array(own.buffer, at, length),
    isFull: () => isFull,
  }
}

/** A picture that wants more than any photo needs is not worth the others' lives; libheif takes the refusal for an answer. */
function limit(memory: WebAssembly.Memory, onRefusal: () => void): void {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * memoryPage <= mostMemory) return grow(pages)
    onRefusal()
    throw new RangeError('no memory')
  }
}
