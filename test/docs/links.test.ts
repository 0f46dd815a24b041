import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { allPages, type Page, readPage, root } from './pages.ts'

const pages = allPages()
const pageOf = new Map(pages.map((page) => [page.file, page]))

/** Places of the repository’s host, and not files in it. */
const onHost = new Set(['../../releases'])

const isOutside = (target: string): boolean => /^[a-z]+:/.test(target)

/** The file and the anchor that a link of a page leads to. */
function placeOf(page: Page, target: string): { readonly file: string; readonly anchor: string } {
  const [place = '', anchor = ''] = target.split('#')
  const file =
    place === '' ? page.file : path.posix.join(path.posix.dirname(page.file), decodeURI(place))
  return { file: file.replace(/\/$/, ''), anchor: decodeURIComponent(anchor) }
}

const inside = pages.flatMap((page) =>
  page.links
    .filter((target) => !isOutside(target) && !onHost.has(target))
    .map((target) => ({ from: page.file, target, ...placeOf(page, target) })),
)

describe('the links of the pages', () => {
  it('lead to files that are there', () => {
    const broken = inside.filter(({ file }) => !existsSync(path.join(root, file)))
    expect(broken.map(({ from, target }) => `${from}: ${target}`)).toEqual([])
  })

  it('lead to headings that are there', () => {
    const broken = inside.filter(
      ({ file, anchor }) =>
        anchor !== '' &&
        pageOf.get(file)?.headings.some((heading) => heading.anchor === anchor) !== true,
    )
    expect(broken.map(({ from, target }) => `${from}: ${target}`)).toEqual([])
  })

  it('go outside to pages only', () => {
    const outside = pages.flatMap(({ links }) => links.filter(isOutside))
    expect(outside.filter((target) => !/^https?:\/\//.test(target))).toEqual([])
  })

  it.each(['README.md', 'README.en.md'])('reach every page from %s in two clicks', (start) => {
    let reached = new Set([start])
    for (let clicks = 0; clicks < 2; clicks += 1)
      reached = new Set([
        ...reached,
        ...inside.flatMap(({ from, file }) => (reached.has(from) ? [file] : [])),
      ])
    expect(pages.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([])
  })
})

describe.each([
  ['README.md', 'README.en.md'],
  ['docs/desk-guide.md', 'docs/desk-guide.en.md'],
])('%s and %s', (chinese, english) => {
  const [one, other] = [readPage(chinese), readPage(english)]

  it('have the same headings, in the same order', () => {
    expect(other.headings.map(({ level }) => level)).toEqual(one.headings.map(({ level }) => level))
  })

  it('show the same pictures, each with the words of its own language', () => {
    const shown = (page: Page): string[] =>
      page.pictures.map((picture) => picture.replace('-english.', '.'))
    expect(shown(other)).toEqual(shown(one))
    expect(one.pictures.filter((picture) => picture.includes('-english.'))).toEqual([])
    expect(other.pictures.filter((picture) => !picture.includes('-english.'))).toEqual([])
  })

  it('name the same commands and figures', () => {
    expect(other.commands).toEqual(one.commands)
    const figures = (page: Page): string[] => page.prose.match(/\d+(?:\.\d+)? ?%/g) ?? []
    expect(figures(other).toSorted()).toEqual(figures(one).toSorted())
  })

  it('lead to the same pages', () => {
    const led = (page: Page): string[] =>
      page.links
        .map((target) =>
          target
            .replace(/#.*/, '')
            .replace(/\.en\.md$/, '.md')
            .replace('-english.', '.'),
        )
        .filter((target) => target !== '')
    expect(new Set(led(other))).toEqual(new Set(led(one)))
  })
})
