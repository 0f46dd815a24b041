import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumModule } from '@hyzyla/pdfium'
import { lendFont } from './lend-font.ts'
import type { Pdfium } from './pdfium-calls.ts'

/** The part of WebAssembly that is used here; its types come with those of a browser's page alone. */
declare global {
  namespace WebAssembly {
    type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>
    type Exports = Readonly<Record<string, unknown>>
    class Module {
      constructor(bytes: Uint8Array)
      private readonly code: never
    }
    class Table {
      set(at: number, called: unknown): void
    }
    class Instance {
      constructor(code: Module, imports: Imports)
      readonly exports: Exports
    }
    class Memory {
      readonly buffer: ArrayBuffer
      /** @param pages of 64 KiB */
      grow(pages: number): number
    }
    function compile(bytes: Uint8Array): Promise<Module>
  }
}

/** What a file may have PDFium take at most, in bytes; it is refused more, and says that the page cannot be shown. */
const mostMemory = 512 * 1024 * 1024

let compiled: Promise<WebAssembly.Module> | undefined

const program = (): Promise<WebAssembly.Module> =>
  (compiled ??= readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')).then(
    (bytes) => WebAssembly.compile(new Uint8Array(bytes)),
  ))

/** One that has seen no file yet. */
export async function startPdfium(): Promise<Pdfium> {
  const code = await program()
  let instance: WebAssembly.Instance | undefined
  await PDFiumModule({
    instantiateWasm(imports, begin) {
      instance = new WebAssembly.Instance(code, withLimit(imports))
      // What it is given here is the instance, whatever its types say.
      Reflect.apply(begin, undefined, [instance])
      return instance.exports
    },
  })
  const { exports } = instance ?? { exports: {} }
  const { memory } = exports
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('PDFium has no memory')
  const pdfium: Pdfium = {
    call(name, ...given) {
      const found = exports[name]
      if (typeof found !== 'function') throw new Error(`PDFium has no ${name}`)
      return Number(Reflect.apply(found, undefined, given))
    },
    memory: (at, length) => new Uint8Array(memory.buffer, at, length),
  }
  pdfium.call('FPDF_InitLibrary')
  const table = Object.values(exports).find((one) => one instanceof WebAssembly.Table)
  if (table instanceof WebAssembly.Table) lendFont(pdfium, table)
  return pdfium
}

/** A page that wants more memory than a page of a scan has is not worth the others' lives. */
function withLimit(imports: WebAssembly.Imports): WebAssembly.Imports {
  const grow = imports['env']?.['emscripten_resize_heap']
  if (typeof grow !== 'function') return imports
  const limited = (bytes: number): unknown =>
    bytes > mostMemory ? 0 : Reflect.apply(grow, undefined, [bytes])
  return { ...imports, env: { ...imports['env'], emscripten_resize_heap: limited } }
}
