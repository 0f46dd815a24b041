import { describe, expect, it } from 'vitest'
import { keptIdOf } from '../../../core/license/record.ts'
import type { Failure } from '../../../core/license/failure.ts'
import { fail, ok } from '../../../core/result.ts'
import type { DocumentReader } from '../../../electron/intake/document-pages.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import type { Stores } from '../../../electron/store/stores.ts'
import { HeldRecognizer } from '../../fakes/fake-recognizer.ts'
import { greyTiff } from '../../fixtures/formats/tiff.ts'
import { deskWith } from '../desk/desk-parts.ts'
import { newFolder } from '../settings/folder.ts'
import { opened } from '../store/sqlite/opened.ts'

const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`)

/** Draws three pages of each document; from a page on, of some, it never does, or fails. */
function reader(stop: { readonly at?: number; readonly by?: Failure['kind'] } = {}) {
  const drawn: string[] = []
  const stopped = async () => {
    if (stop.by === undefined) await new Promise<never>(() => undefined)
    return fail<Failure>({ kind: stop.by ?? 'cancelled', message: '' })
  }
  const documents: DocumentReader = {
    count: async () => (stop.at === 0 ? stopped() : ok(3)),
    async page({ bytes }, page) {
      if (stop.at !== undefined && page >= stop.at) return stopped()
      const text = new TextDecoder().decode(bytes)
      drawn.push(`${text} ${page}`)
      return ok(new TextEncoder().encode(`${text} ${page}`))
    },
  }
  return { documents, drawn }
}

const deskOver = (stores: Stores, documents: DocumentReader, run = '1') => {
  let count = 0
  return deskWith(new HeldRecognizer(), stores, {
    documents,
    newId: () => `${run}-${(count += 1)}`,
  })
}

const pagesOn = (stores: Stores): string[] =>
  stores.jobs.all().map(({ source: { name, page, path } }) => {
    const bytes = stores.images.get(keptIdOf(path) ?? '')
    return `${name} ${page}: ${bytes === undefined ? 'gone' : new TextDecoder().decode(bytes)}`
  })

const whole = ['a', 'b'].flatMap((name) =>
  [1, 2, 3].map((page) => `${name}.pdf ${page}: %PDF-1.7 ${name} ${page}`),
)

describe('a document without a file', () => {
  it.each([
    ['its pages were counted', 0],
    ['a page was drawn', 1],
    ['the second page was drawn', 2],
    ['the last page was drawn', 3],
  ])('is taken up again where the program ended before %s, each page once', async (_, at) => {
    const folder = newFolder()
    const first = await opened(folder)
    const hanging = deskOver(first.stores, reader({ at }).documents)
    // The second one waits for the first, and is kept as well.
    for (const name of ['a', 'b']) hanging.addImage(pdf(name), `${name}.pdf`).catch(() => undefined)
    while (pagesOn(first.stores).length < Math.max(0, at - 1))
      await new Promise((resolve) => setImmediate(resolve))
    const before = pagesOn(first.stores)
    expect(before).toEqual(whole.slice(0, Math.max(0, at - 1)))
    await first.close()

    const { stores } = await opened(folder)
    const { documents, drawn } = reader()
    const intake = await deskOver(stores, documents, '2').takeUpImages()
    expect(intake).toMatchObject({ accepted: 6 - before.length, refused: [] })
    expect(pagesOn(stores)).toEqual(whole)
    expect(drawn).toHaveLength(6 - before.length)
    expect(stores.arrivals.all()).toEqual([])
    expect(['1-1', '1-2'].map((id) => stores.images.get(id))).toEqual([undefined, undefined])
  })

  it.each([0, 2])('stays for the next start where the program is about to end (%i)', async (at) => {
    const stores = createMemoryStores()
    const desk = deskOver(stores, reader({ at, by: 'cancelled' }).documents)
    expect(await desk.addImage(pdf('a'), 'a.pdf')).toMatchObject({ refused: [] })
    await deskOver(stores, reader().documents, '2').takeUpImages()
    expect(pagesOn(stores)).toEqual(whole.slice(0, 3))
  })

  it.each([
    ['damaged', 0, 0],
    ['engine-crashed', 0, 0],
    ['damaged', 3, 2],
  ] as const)('is told of and let go where it is %s (%i)', async (by, at, accepted) => {
    const stores = createMemoryStores()
    const desk = deskOver(stores, reader({ at, by }).documents)
    const intake = await desk.addImage(pdf('a'), 'a.pdf')
    expect(intake).toMatchObject({ accepted, refused: [{ name: 'a.pdf', kind: 'damaged' }] })
    expect(stores.arrivals.all()).toEqual([])
    expect(stores.images.get('1-1')).toBeUndefined()
  })

  it('is taken up after what is under way, from where that came to', async () => {
    const stores = createMemoryStores()
    const { documents, drawn } = reader()
    const desk = deskOver(stores, documents)
    const first = desk.addImage(pdf('a'), 'a.pdf')
    expect(await desk.takeUpImages()).toMatchObject({ accepted: 0, refused: [] })
    expect(await first).toMatchObject({ accepted: 3 })
    expect(drawn).toHaveLength(3)
    expect(stores.arrivals.all()).toEqual([])

    const stopping = reader({ at: 3, by: 'cancelled' })
    const other = deskOver(stores, stopping.documents, '2')
    const broken = other.addImage(pdf('b'), 'b.pdf')
    const again = other.takeUpImages()
    expect([await broken, await again]).toMatchObject([
      { accepted: 2, refused: [] },
      { accepted: 0, refused: [] },
    ])
    expect(stopping.drawn).toHaveLength(2)
  })

  it('is not taken up where its bytes are not there any more', async () => {
    const stores = createMemoryStores()
    stores.arrivals.put({ id: 'gone', name: 'a.pdf', listed: 1 })
    const intake = await deskOver(stores, reader().documents).takeUpImages()
    expect(intake).toEqual({ accepted: 0, refused: [], inOrder: [] })
    expect(stores.arrivals.all()).toEqual([])
  })
})

describe('a TIFF of several pages without a file', () => {
  const page = { width: 2, height: 2, level: 9 }
  const tiff = greyTiff([page, page, page].map((one, at) => ({ ...one, level: at })))

  it('is kept once for all its pages, as long as one of them is on the list', async () => {
    const stores = createMemoryStores()
    const desk = deskOver(stores, reader().documents)
    expect(await desk.addImage(tiff, '传真.tif')).toMatchObject({ accepted: 3, refused: [] })
    const ids = stores.jobs.all().map(({ source }) => keptIdOf(source.path) ?? '')
    expect(new Set(ids.map((id) => stores.images.contentOf(id))).size).toBe(1)
    const [first = '', second = '', third = ''] = stores.jobs.all().map(({ id }) => id)
    desk.remove([first, third])
    expect(ids.map((id) => stores.images.get(id)?.length)).toEqual([
      undefined,
      tiff.length,
      undefined,
    ])
    desk.remove([second])
    expect(ids.map((id) => stores.images.get(id))).toEqual([undefined, undefined, undefined])
  })

  it('is refused once where it is here already', async () => {
    const stores = createMemoryStores()
    const desk = deskOver(stores, reader().documents)
    await desk.addImage(tiff, '传真.tif')
    expect(await desk.addImage(tiff, '传真.tif')).toMatchObject({
      accepted: 0,
      refused: [{ kind: 'already-here' }],
    })
    expect(stores.jobs.all()).toHaveLength(3)
    expect(stores.arrivals.all()).toEqual([])
  })
})
