import { type PageRange, rangesIn } from './page-ranges.ts'

/** Pages that a text names, in a document of `count` of them; none where it names no pages. */
export function pagesNamed(text: string, count: number): ReadonlySet<number> {
  const found = rangesIn(text)
  const pages = new Set<number>()
  if (!found.ok) return pages
  for (const { first, last } of found.value)
    for (let page = first; page <= Math.min(last, count); page += 1) pages.add(page)
  return pages
}

/** Pages as a person writes them, such as `3, 101-150`; `''` where there are none. */
export const textOfPages = (pages: ReadonlySet<number>): string =>
  rangesOf(pages)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(', ')

/** The fewest ranges that hold these pages and no others, in order. */
function rangesOf(pages: ReadonlySet<number>): readonly PageRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const page of [...pages].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range?.last === page - 1) range.last = page
    else ranges.push({ first: page, last: page })
  }
  return ranges
}
