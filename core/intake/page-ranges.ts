import { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'

/** So many pages of one document are taken in at once: more than a stack of paper that somebody scans. */
export const mostPages = 100

/** A document of more pages is none that anybody scanned. */
const lastPage = 100_000

const page = z.number().int().positive().max(lastPage)

/** From the first to the last page, both of them too, counted from 1 as a reader counts them. */
export const pageRanges = z
  .array(z.object({ first: page, last: page }))
  .min(1)
  .max(100)

export type PageRange = z.output<typeof pageRanges>[number]

/** What a person writes, such as `101-200, 350`; `odd` is the part that is no pages. */
export function rangesIn(text: string): Result<readonly PageRange[], { readonly odd: string }> {
  const ranges: PageRange[] = []
  const plain = text.replaceAll(/\s*[-–—~～至]\s*/gu, '-')
  const parts = plain.split(/[,，、;；\s]+/u).filter((part) => part !== '')
  for (const part of parts) {
    const found = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part)
    const first = Number(found?.[1] ?? 0)
    const last = Number(found?.[2] ?? first)
    if (first < 1 || last < first || last > lastPage) return fail({ odd: part })
    ranges.push({ first, last })
  }
  return ranges.length === 0 || ranges.length > 100 ? fail({ odd: text.trim() }) : ok(ranges)
}

/** Pages that are taken in now, as numbers in the document's own order, and whether others were asked for too. */
export interface PagesTaken {
  readonly pages: readonly number[]
  readonly isCapped: boolean
}

/** @param wanted all of them where nothing is said */
export function pagesTaken(count: number, wanted?: readonly PageRange[]): PagesTaken {
  const ranges = wanted ?? [{ first: 1, last: count }]
  const asked = new Set<number>()
  for (const { first, last } of ranges)
    for (let at = first; at <= Math.min(last, count) && asked.size <= mostPages; at += 1)
      asked.add(at)
  const pages = [...asked].toSorted((a, b) => a - b)
  return { pages: pages.slice(0, mostPages), isCapped: pages.length > mostPages }
}
