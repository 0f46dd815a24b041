import { hash } from 'node:crypto'
import { type PageRange, pagesTaken } from '../../core/intake/page-ranges.ts'
import type { Refusal } from '../../core/ipc/contract.ts'
import { imageOf, type Source } from '../../core/license/record.ts'
import { nameOf } from '../files/system-path.ts'
import { type DocumentReader, type PdfFrom, takeApart } from './document-pages.ts'
import { type IntakeProgress, lookAtBytes } from './intake.ts'
import { pagesInBytes } from './page-sources.ts'
import { refuse } from './refuse.ts'

/** What became of one intake. */
export interface Intake {
  readonly accepted: number
  /** Also files that are here already. */
  readonly refused: Refusal[]
  /** In order of arrival: ids, also of what stands on the list already, and what was refused for another reason. */
  readonly inOrder: readonly (string | Refusal)[]
}

/** How documents of several pages are taken in. */
export interface DocumentWish {
  /** Else the first ones that are taken in at once. */
  readonly pages?: readonly PageRange[] | undefined
  /** Of a locked PDF, whose pages are then kept as images of their own, as it is not opened again. */
  readonly password?: string | undefined
}

type OnProgress = (progress: IntakeProgress) => void

export interface WithoutFileParts {
  readonly documents: DocumentReader | undefined
  /** What is kept already, as `imageOf` names it. */
  readonly kept: () => ReadonlySet<string>
  /** Keeps an image and puts it on the list; gives the ids of its jobs. */
  readonly keep: (bytes: Uint8Array, loose: Loose) => readonly string[]
}

/** An image before there is a place where it is kept. */
type Loose = Omit<Source, 'path'>

/** Takes in what is kept here because there is no file, or none that can be opened again. */
export interface WithoutFile {
  takeImage(bytes: Uint8Array, name: string): Promise<Intake>
  /** Locked PDFs, by their absolute paths. */
  takeLocked(paths: readonly string[], wish: DocumentWish, onProgress?: OnProgress): Promise<Intake>
}

export function createWithoutFile({ documents, kept, keep }: WithoutFileParts): WithoutFile {
  /** What is kept already is not kept twice. */
  const keepOne = (before: ReadonlySet<string>, bytes: Uint8Array, loose: Loose): Intake => {
    if (before.has(imageOf({ ...loose, path: '' })))
      return turnedAway(refuse(loose.name, 'already-here'))
    return { accepted: 1, refused: [], inOrder: keep(bytes, loose) }
  }

  const takePdf = async (
    from: PdfFrom,
    name: string,
    wish: DocumentWish,
    onProgress?: OnProgress,
  ): Promise<Intake> => {
    const place = from.path === '' ? name : from.path
    if (documents === undefined) return turnedAway(refuse(place, 'format-not-supported', 'PDF'))
    const opened = await takeApart(documents, from, wish.pages)
    if (!opened.ok) return turnedAway(refuse(place, opened.error.kind, opened.error.found))
    const { loose, count: total, left } = opened.value
    const intakes: Intake[] = []
    const before = kept()
    for await (const one of loose) {
      intakes.push(
        one.ok
          ? keepOne(before, one.value.bytes, { name, page: one.value.page, image: one.value.image })
          : turnedAway(refuse(place, one.error.kind, one.error.found)),
      )
      onProgress?.({ looked: intakes.length, total, over: intakes.length === total })
    }
    if (left !== undefined)
      intakes.push(turnedAway({ ...refuse(place, 'pages-left'), pages: left }))
    return joined(intakes)
  }

  return {
    async takeImage(bytes, name) {
      const looked = lookAtBytes(bytes, name)
      if (!looked.ok) return turnedAway(looked.error)
      if (looked.value === 'PDF')
        return takePdf({ path: '', bytes: new Uint8Array(bytes) }, name, {})
      const found = await pagesInBytes(looked.value, bytes)
      if (!found.ok) return turnedAway(refuse(name, found.error.kind, found.error.found))
      const image = hash('sha256', bytes, 'hex')
      const before = kept()
      const { pages, isCapped } = pagesTaken(found.value.length)
      const taken = found.value
        .slice(0, pages.length)
        .map((page) => keepOne(before, bytes, { name, page, image }))
      const left = { first: 1, last: pages.length, of: found.value.length }
      return joined(
        isCapped ? [...taken, turnedAway({ ...refuse(name, 'pages-left'), pages: left })] : taken,
      )
    },
    async takeLocked(paths, { password, pages }, onProgress) {
      const intakes: Intake[] = []
      for (const path of paths)
        intakes.push(
          await takePdf(
            password === undefined ? { path } : { path, password },
            nameOf(path),
            { pages },
            onProgress,
          ),
        )
      return joined(intakes)
    },
  }
}

const turnedAway = (refused: Refusal): Intake => ({
  accepted: 0,
  refused: [refused],
  inOrder: [refused],
})

const joined = (intakes: readonly Intake[]): Intake => ({
  accepted: intakes.reduce((sum, { accepted }) => sum + accepted, 0),
  refused: intakes.flatMap(({ refused }) => refused),
  inOrder: intakes.flatMap(({ inOrder }) => inOrder),
})
