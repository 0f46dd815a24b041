import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '../..')
const folderOfTexts = path.join(import.meta.dirname, 'license-texts')

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default(''),
  author: z
    .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
    .default(''),
  dependencies: z.record(z.string(), z.string()).default({}),
})

type Manifest = z.output<typeof manifest>

interface Known {
  readonly name: RegExp
  readonly holder: string
  /** Names of files in `license-texts/`. */
  readonly texts: readonly string[]
}

/** Packages that do not bring all the license texts that hold for them, and whose manifest does not tell the rest. */
const known: readonly Known[] = [
  { name: /^onnxruntime-/, holder: 'Microsoft Corporation', texts: ['MIT'] },
  { name: /^saxes$/, holder: 'Louis-Dominique Dubeau and contributors', texts: ['ISC'] },
  { name: /^@hyzyla\/pdfium$/, holder: '', texts: ['PDFium', 'Apache-2'] },
  { name: /^libheif-js$/, holder: '', texts: ['GPL-3'] },
  // On Windows libvips comes in one package with sharp's own library.
  { name: /^@img\/sharp-(libvips|win32)-/, holder: '', texts: ['LGPL-3', 'GPL-3'] },
]

/** Dependencies that only an install script or the type checker uses. */
const leftOut = new Set(['adm-zip', 'global-agent', 'type-fest'])

/**
 * Writes the license texts of everything that ends up in the program, bundled or beside it: the packages that the
 * sources import, what those depend on, and the native libraries of the machine it is packed on.
 * Throws when a package has no license text that is known here.
 */
export async function writeLicenses(file: string): Promise<void> {
  const found = new Map<string, string>()
  const names = [...(await importedNames()), ...(await nativePackages())]
  for (const name of names) await collect(name, root, found)
  found.set('PP-OCRv6', await licenseOfNetworks())
  const entries = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const target = path.resolve(root, file)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, entries.map(([, text]) => text).join(`\n${'='.repeat(80)}\n\n`))
}

/** Adds a package and what it depends on to `found`, by name and version. */
async function collect(name: string, from: string, found: Map<string, string>): Promise<void> {
  const folder = locate(name, from)
  if (folder === undefined) throw new Error(`${name}, needed by ${from}, is not installed`)
  const content: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const read = manifest.parse(content)
  const key = `${read.name}@${read.version}`
  if (found.has(key)) return
  found.set(key, `${read.name} ${read.version} (${read.license})\n\n${await textOf(folder, read)}`)
  for (const dependency of Object.keys(read.dependencies)) {
    if (!leftOut.has(dependency)) await collect(dependency, folder, found)
  }
}

async function textOf(folder: string, { name, license, author }: Manifest): Promise<string> {
  const entries = await readdir(folder)
  const own = entries.filter((entry) => /^(licen[cs]e|notice|copying)/i.test(entry))
  const plain = license === 'MIT' && author !== '' ? { holder: author, texts: ['MIT'] } : undefined
  const more =
    known.find((entry) => entry.name.test(name)) ?? (own.length === 0 ? plain : undefined)
  if (own.length === 0 && more === undefined) {
    throw new Error(`${name} has no license text; add it to the known ones`)
  }
  // The table of the libraries that libvips holds stands in the package's README.
  const readme = more !== undefined && name.startsWith('@img/') ? ['README.md'] : []
  const texts = (more?.texts ?? []).map((id) => path.join(folderOfTexts, `${id}.txt`))
  const files = [...own, ...readme].map((entry) => path.join(folder, entry))
  return (await joined([...files, ...texts])).replace('{holder}', more?.holder ?? '')
}

async function joined(files: readonly string[]): Promise<string> {
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n\n')
}

/** The folder of a package as Node would find it from `from`. */
function locate(name: string, from: string): string | undefined {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return candidate
  }
  return undefined
}

const licenseOfNetworks = (): Promise<string> =>
  joined(['NOTICE', 'LICENSE'].map((file) => path.join(root, 'electron/engine/networks', file)))

async function nativePackages(): Promise<string[]> {
  const names = await readdir(path.join(root, 'node_modules/@img'))
  return names.map((name) => `@img/${name}`)
}

/** The packages that the program's own sources import. */
async function importedNames(): Promise<Set<string>> {
  const names = new Set<string>()
  for (const room of ['core', 'electron', 'renderer']) {
    const entries = await readdir(path.join(root, room), { recursive: true })
    for (const entry of entries.filter((name) => /\.tsx?$/.test(name))) {
      const source = await readFile(path.join(root, room, entry), 'utf8')
      for (const [, specifier = ''] of source.matchAll(
        /(?:from |import |import\()'([^'.][^']*)'/g,
      )) {
        const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
        if (!specifier.startsWith('node:') && name !== 'electron') names.add(name)
      }
    }
  }
  return names
}
