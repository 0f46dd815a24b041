import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fieldNames } from '../../core/license/field.ts'
import type { Case } from './cases.ts'
import { type Figure, percent, quantile, told } from './figures.ts'
import { withProgress } from './progress.ts'

/** Programs that read lines of any picture, as they are published; nobody installs them to use or to test LicenseDesk. */
const peers = {
  tesseract: 'tesseract.js',
  words: '@tesseract.js-data/chi_sim',
  gutenye: '@gutenye/ocr-node',
} as const
const packages = [`${peers.tesseract}@7.0.0`, `${peers.words}@1.0.0`, `${peers.gutenye}@1.4.8`]
const folder = path.resolve(import.meta.dirname, '../../.cache/peers')

interface Peer {
  readonly name: string
  /** All that it reads in a picture. */
  readonly read: (picture: string) => Promise<string>
  readonly close: () => Promise<unknown>
}

interface Tesseract {
  readonly createWorker: (
    language: string,
    mode: number,
    options: { readonly langPath: string; readonly gzip: boolean; readonly cacheMethod: string },
  ) => Promise<{
    readonly recognize: (picture: string) => Promise<{ readonly data: { readonly text: string } }>
    readonly terminate: () => Promise<unknown>
  }>
}

interface Gutenye {
  readonly default: {
    readonly create: () => Promise<{
      readonly detect: (picture: string) => Promise<readonly { readonly text: string }[]>
    }>
  }
}

/**
 * What other programs make of the same pictures of single cards. They know no fields: one counts as right when its
 * value stands anywhere in what was read, blanks aside, which is kinder than what is asked of LicenseDesk.
 */
export async function peerFigures(cases: readonly Case[]): Promise<Figure[]> {
  install()
  const cards = cases.filter(({ kind }) => kind === 'scan' || kind === 'photo' || kind === 'given')
  const figures: Figure[] = []
  for (const open of [openTesseract, openGutenye]) {
    const peer = await open()
    figures.push(...(await figuresOf(peer, cards)))
    await peer.close()
  }
  return figures
}

function install(): void {
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', ...packages],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new Error(`could not install ${packages.join(', ')}`)
}

const require = createRequire(path.join(folder, 'package.json'))

async function openTesseract(): Promise<Peer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is not installed where types are checked
  const { createWorker } = require(peers.tesseract) as Tesseract
  const words = path.dirname(require.resolve(`${peers.words}/package.json`))
  const worker = await createWorker('chi_sim', 1, {
    langPath: path.join(words, '4.0.0'),
    gzip: true,
    cacheMethod: 'none',
  })
  return {
    name: 'tesseract.js',
    read: async (picture) => (await worker.recognize(picture)).data.text,
    close: () => worker.terminate(),
  }
}

async function openGutenye(): Promise<Peer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const { default: Ocr } = (await import(require.resolve(peers.gutenye))) as Gutenye
  const ocr = await Ocr.create()
  return {
    name: '@gutenye/ocr-node',
    read: async (picture) => (await ocr.detect(picture)).map(({ text }) => text).join('\n'),
    close: () => Promise.resolve(),
  }
}

function figuresOf({ name, read }: Peer, cases: readonly Case[]): Promise<Figure[]> {
  return withProgress(name, cases.length, async (progress) => {
    const found: boolean[] = []
    const times: number[] = []
    for (const { image, people } of cases) {
      const start = performance.now()
      const text = await read(image).then(withoutBlanks, () => '')
      times.push(performance.now() - start)
      for (const truth of people)
        for (const field of fieldNames) {
          const value = truth[field]
          if (typeof value === 'string' && value !== '')
            found.push(text.includes(withoutBlanks(value)))
        }
      progress.step()
    }
    const right = found.filter(Boolean).length
    return [
      told(`${name}: values somewhere in its text`, percent(right / found.length)),
      told(`${name}: time per picture, median`, `${quantile(times, 0.5).toFixed(0)} ms`),
    ]
  })
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')
