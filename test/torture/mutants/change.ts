import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What a mutant puts in the place of what stands in one file of the program. */
export interface Change {
  /** From the folder of the program, such as `electron/desk/desk.ts`. */
  readonly file: string
  readonly replacements: readonly (readonly [from: string, to: string])[]
}

/** Changes the program as it is loaded, in this process; throws when the program does not say what is to be replaced. */
export function change({ file, replacements }: Change): void {
  const changed = new URL(`../../../${file}`, import.meta.url).href
  registerHooks({
    load(url, context, nextLoad) {
      if (url !== changed) return nextLoad(url, context)
      let source = readFileSync(fileURLToPath(url), 'utf8')
      for (const [from, to] of replacements) {
        if (source.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`)
        source = source.replace(from, () => to)
      }
      return { format: 'module-typescript', source, shortCircuit: true }
    },
  })
}
