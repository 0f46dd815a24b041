import type { DocumentPages, Refusal } from '../../core/ipc/contract.ts'
import type { Failure } from '../../core/license/failure.ts'
import type { Source } from '../../core/license/record.ts'
import { fail, type Result } from '../../core/result.ts'
import { openOrdinary } from '../files/ordinary-file.ts'
import { nameOf } from '../files/system-path.ts'
import { pagesInFile } from './page-sources.ts'

export interface ShownDocumentParts {
  /** What a person is asked about: no other file is opened for it. */
  readonly asked: () => readonly Refusal[]
  /** A small JPEG of a page. */
  readonly preview: (
    source: Source,
    longSide: number,
    signal: AbortSignal,
  ) => Promise<Result<Uint8Array, Failure>>
  readonly newId: () => string
}

/** Shows a document page by page, while a person chooses which of its pages come in. */
export interface ShownDocument {
  /** Nothing where it is not there any more, or nobody is asked about it. */
  open(path: string): Promise<DocumentPages | undefined>
  /**
   * The picture of a page of the document that was opened last; nothing where the id is another.
   * @param id `<id of the document>/<place of the page, counted from 1>`
   */
  page(
    id: string,
    longSide: number,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array, Failure>> | undefined
}

/** In pixels: it is only tried. */
const smallest = 16

interface Shown {
  readonly id: string
  readonly path: string
  /** As the decoder counts them. */
  readonly pages: readonly number[]
}

export function createShownDocument({ asked, preview, newId }: ShownDocumentParts): ShownDocument {
  let shown: Shown | undefined
  const pictureOf = (path: string, page: number, longSide: number, signal: AbortSignal) =>
    preview({ path, name: nameOf(path), page }, longSide, signal)
  /** Its password is not known any more. */
  const isLocked = async (path: string, page: number): Promise<boolean> => {
    const drawn = await pictureOf(path, page, smallest, new AbortController().signal)
    return !drawn.ok && drawn.error.kind === 'password-needed'
  }
  return {
    async open(path) {
      const about = asked().find((one) => one.kind === 'pages-left' && one.path === path)
      if (about?.pages === undefined) return undefined
      const { of } = about.pages
      const found = await openOrdinary(path, (file) => pagesInFile(file, of))
      if (!found.ok || !found.value.ok) return undefined
      const pages = found.value.value
      const [first] = pages
      if (first === undefined || (await isLocked(path, first))) return undefined
      shown = { id: newId(), path, pages }
      return { id: shown.id, pages: [...pages] }
    },
    page(id, longSide, signal) {
      const [document, at = ''] = id.split('/')
      if (shown === undefined || document !== shown.id) return undefined
      const page = shown.pages[Number(at) - 1]
      if (page === undefined)
        return Promise.resolve(fail({ kind: 'missing', message: 'no such page' }))
      return pictureOf(shown.path, page, longSide, signal)
    },
  }
}
