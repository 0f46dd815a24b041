import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor } from 'vite'

/** Which source names which, by paths from the root with `/`; every source stands in it, also one that names none. */
export type Imports = ReadonlyMap<string, readonly string[]>

/** Reads what the sources in some folders import of each other: values, types, and what is loaded later. */
export function readImports(root: string, folders: readonly string[]): Imports {
  const files = folders.flatMap((folder) => sourcesIn(root, folder))
  return new Map(
    files.map((file) => {
      const named = namedIn(file, readFileSync(path.join(root, file), 'utf8'))
      const own = named.filter((name) => name.startsWith('.'))
      const places = own.map((name) => path.posix.join(path.posix.dirname(file), name))
      return [file, places.filter(isSource)]
    }),
  )
}

/** Style sheets, pictures and data name nothing. */
const isSource = (name: string): boolean => /\.tsx?$/.test(name)

function sourcesIn(root: string, folder: string): string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  const sources = names.filter(isSource)
  return sources.map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))).toSorted()
}

/** What a source names in `import`, `export … from`, `import()` and types of the form `import('…')`. */
function namedIn(file: string, text: string): string[] {
  const { program, errors } = parseSync(file, text)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  const named = new Set<string>()
  const note = (source: { readonly value?: unknown } | null): void => {
    if (typeof source?.value === 'string') named.add(source.value)
  }
  new Visitor({
    ImportDeclaration: ({ source }) => note(source),
    ExportNamedDeclaration: ({ source }) => note(source),
    ExportAllDeclaration: ({ source }) => note(source),
    ImportExpression: ({ source }) => note(source.type === 'Literal' ? source : null),
    TSImportType: ({ source }) => note(source),
  }).visit(program)
  return [...named]
}
