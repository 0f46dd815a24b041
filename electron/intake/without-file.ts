import { hash } from 'node:crypto'
import { type PageRange, pagesTaken } from '../../core/intake/page-ranges.ts'
import type { Refusal } from '../../core/ipc/contract.ts'
import { imageOf, keptPath, type Source } from '../../core/license/record.ts'
import type { ImageFormat } from '../engine/decode/sniff.ts'
import { nameOf } from '../files/system-path.ts'
import { unlessDamaged } from '../store/store-problem.ts'
import type { KeptArrival, Stores } from '../store/stores.ts'
import { type DocumentReader, takeApart } from './document-pages.ts'
import type { DocumentTrouble } from './format.ts'
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
  readonly stores: Pick<Stores, 'images' | 'arrivals' | 'together'>
  readonly documents: DocumentReader | undefined
  /** What is kept already, as `imageOf` names it. */
  readonly kept: () => ReadonlySet<string>
  /** Puts pages on the list; gives the ids of their jobs. What is done `alongside` stands or falls with it. */
  readonly list: (sources: readonly Source[], alongside: () => void) => readonly string[]
  readonly newId: () => string
}

/** A page before there is a place where it is kept. */
type Loose = Omit<Source, 'path'>

/** Takes in what is kept here because there is no file, or none that can be opened again; one after the other. */
export interface WithoutFile {
  /** It is kept before anything else, and let go of when all of it is on the list. */
  takeImage(bytes: Uint8Array, name: string): Promise<Intake>
  /** Takes in what is kept and did not come to the list, as when the program ended; after what is under way. */
  takeUp(): Promise<Intake>
  /** Locked PDFs, by their absolute paths. */
  takeLocked(paths: readonly string[], wish: DocumentWish, onProgress?: OnProgress): Promise<Intake>
}

export function createWithoutFile({
  stores: { images, arrivals, together },
  documents,
  kept,
  list,
  newId,
}: WithoutFileParts): WithoutFile {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (act: () => Promise<Intake>): Promise<Intake> => {
    const next = last.then(act)
    last = next.catch(() => undefined)
    return next
  }

  const letGo = ({ id }: KeptArrival): void => {
    arrivals.remove(id)
    images.remove(id)
  }
  const turnAway = (arrival: KeptArrival, { kind, found }: DocumentTrouble): Intake => {
    together(() => letGo(arrival))
    return turnedAway(refuse(arrival.name, kind, found))
  }
  /** What is kept already is not kept twice. */
  const keepOne = (
    before: ReadonlySet<string>,
    { bytes, ...loose }: Loose & { readonly bytes: Uint8Array },
    alongside?: () => void,
  ): Intake => {
    const id = newId()
    const source = { ...loose, path: keptPath(id) }
    if (before.has(imageOf(source))) return turnedAway(refuse(loose.name, 'already-here'))
    return listed(
      list([source], () => {
        images.put(id, bytes)
        alongside?.()
      }),
    )
  }

  const takeLockedOne = async (
    path: string,
    { password, pages: wanted }: DocumentWish,
    onProgress?: OnProgress,
  ): Promise<Intake> => {
    const trouble = ({ kind, found }: DocumentTrouble): Intake =>
      turnedAway(refuse(path, kind, found))
    if (documents === undefined) return trouble({ kind: 'format-not-supported', found: 'PDF' })
    const from = password === undefined ? { path } : { path, password }
    const opened = await takeApart(documents, from, { wanted })
    if (!opened.ok) return trouble(opened.error)
    const { loose, count: total, left } = opened.value
    const intakes: Intake[] = []
    const before = kept()
    const name = nameOf(path)
    for await (const one of loose) {
      intakes.push(one.ok ? keepOne(before, { ...one.value, name }) : trouble(one.error))
      onProgress?.({ looked: intakes.length, total, over: intakes.length === total })
    }
    return joined([...intakes, ...leftOf(path, left)])
  }

  /** Each page becomes an image of its own; what came to the list before the program ended is not drawn once more. */
  const takePdf = async (arrival: KeptArrival, bytes: Uint8Array): Promise<Intake> => {
    const { name } = arrival
    if (documents === undefined)
      return turnAway(arrival, { kind: 'format-not-supported', found: 'PDF' })
    const from = { path: '', bytes: new Uint8Array(bytes) }
    const opened = await takeApart(documents, from, { after: arrival.listed })
    if (!opened.ok) return opened.error.isStopped ? joined([]) : turnAway(arrival, opened.error)
    const before = kept()
    const intakes: Intake[] = []
    for await (const one of opened.value.loose) {
      if (!one.ok && one.error.isStopped) return joined(intakes)
      const soFar = { ...arrival, listed: arrival.listed + intakes.length + 1 }
      intakes.push(
        one.ok
          ? keepOne(before, { ...one.value, name }, () => arrivals.put(soFar))
          : turnedAway(refuse(name, one.error.kind, one.error.found)),
      )
    }
    together(() => letGo(arrival))
    return joined([...intakes, ...leftOf(name, opened.value.left)])
  }

  /** All pages come to the list at once, and share what is kept. */
  const takePages = async (
    arrival: KeptArrival,
    bytes: Uint8Array,
    format: ImageFormat,
  ): Promise<Intake> => {
    const { name } = arrival
    const found = await pagesInBytes(format, bytes)
    if (!found.ok) return turnAway(arrival, found.error)
    const all = found.value
    const { pages, isCapped } = pagesTaken(all.length)
    const image = hash('sha256', bytes, 'hex')
    const before = kept()
    const fresh = all
      .slice(0, pages.length)
      .map((page) => {
        const id = newId()
        return { id, source: { path: keptPath(id), name, page, image } }
      })
      .filter(({ source }) => !before.has(imageOf(source)))
    const sources = fresh.map(({ source }) => source)
    const ids = list(sources, () => {
      for (const { id } of fresh) images.share(id, arrival.id)
      letGo(arrival)
    })
    const isHere = fresh.length < pages.length
    const left = isCapped ? { first: 1, last: pages.length, of: all.length } : undefined
    return joined([
      listed(ids),
      ...(isHere ? [turnedAway(refuse(name, 'already-here'))] : []),
      ...leftOf(name, left),
    ])
  }

  const take = async (arrival: KeptArrival, bytes: Uint8Array): Promise<Intake> => {
    const format = lookAtBytes(bytes, arrival.name)
    if (!format.ok) return turnAway(arrival, format.error)
    return format.value === 'PDF'
      ? takePdf(arrival, bytes)
      : takePages(arrival, bytes, format.value)
  }

  return {
    async takeImage(bytes, name) {
      const looked = lookAtBytes(bytes, name)
      if (!looked.ok) return turnedAway(looked.error)
      const arrival = { id: newId(), name, listed: 0 }
      together(() => {
        images.put(arrival.id, bytes)
        arrivals.put(arrival)
      })
      return inTurn(() => take(arrival, bytes))
    },
    async takeUp() {
      const waiting = new Set(arrivals.all().map(({ id }) => id))
      return inTurn(async () => {
        const intakes: Intake[] = []
        // What was under way is all on the list by now, or came further.
        for (const arrival of arrivals.all().filter(({ id }) => waiting.has(id))) {
          const bytes = unlessDamaged(() => images.get(arrival.id))
          if (bytes === undefined) together(() => letGo(arrival))
          else intakes.push(await take(arrival, bytes))
        }
        return joined(intakes)
      })
    },
    async takeLocked(paths, wish, onProgress) {
      const intakes: Intake[] = []
      for (const path of paths) intakes.push(await takeLockedOne(path, wish, onProgress))
      return joined(intakes)
    },
  }
}

const turnedAway = (refused: Refusal): Intake => ({
  accepted: 0,
  refused: [refused],
  inOrder: [refused],
})

const listed = (ids: readonly string[]): Intake => ({
  accepted: ids.length,
  refused: [],
  inOrder: ids,
})

/** What is said where others of its pages are left. */
const leftOf = (place: string, pages: Refusal['pages']): readonly Intake[] =>
  pages === undefined ? [] : [turnedAway({ ...refuse(place, 'pages-left'), pages })]

const joined = (intakes: readonly Intake[]): Intake => ({
  accepted: intakes.reduce((sum, { accepted }) => sum + accepted, 0),
  refused: intakes.flatMap(({ refused }) => refused),
  inOrder: intakes.flatMap(({ inOrder }) => inOrder),
})
