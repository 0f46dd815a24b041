import { pathsIn } from './pasted-paths.ts'

/** What another program has put into a drag or onto the clipboard, besides files. */
export interface Carried {
  /** Addresses, one a line, with remarks. */
  readonly uriList: string
  readonly html: string
  readonly text: string
}

/** What of it can be taken in: paths and addresses, or pictures written out as `data:` addresses. */
export interface BroughtIn {
  readonly paths: readonly string[]
  readonly pictures: readonly string[]
}

const nothing: BroughtIn = { paths: [], pictures: [] }

/** An image that was dragged out of a page comes as its address, or with all its bytes in one. */
export function broughtIn({ uriList, html, text }: Carried): BroughtIn {
  const picture = [...addressesIn(html), ...uriList.split(/\r?\n/)].find((one) =>
    /^data:image\//i.test(one),
  )
  if (picture !== undefined) return { ...nothing, pictures: [picture] }
  const listed = uriList
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .join('\n')
  // What is dragged is the image, and not the page that a link around it leads to.
  const shown = addressesIn(html).filter((one) => /^https?:/i.test(one))
  if (shown.length > 0) return { ...nothing, paths: shown }
  return { ...nothing, paths: pathsIn(listed === '' ? text : listed) }
}

/** Of the images in a piece of a page; nothing of it is ever shown or run. */
const addressesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map(
    ([, double, single, bare]) => (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'),
  )

/** The bytes in a `data:` address; nothing where it holds none. */
export function bytesInAddress(address: string): Uint8Array<ArrayBuffer> | undefined {
  const found = /^data:image\/[\w.+-]+(?:;[\w=.-]+)*?(;base64)?,(.*)$/is.exec(address)
  const [, isBase64, body = ''] = found ?? []
  if (isBase64 === undefined || body === '') return undefined
  try {
    return Uint8Array.from(atob(decodeURIComponent(body)), (sign) => sign.charCodeAt(0))
  } catch {
    return undefined
  }
}

/**
 * Which of the files on the clipboard are meant: a program that copies an image file puts its picture there too, and
 * that is one image.
 * @param paths of each file, `''` where it has none
 */
export function meantOf<Item>(items: readonly Item[], paths: readonly string[]): readonly Item[] {
  const withPath = items.filter((_, at) => paths[at] !== '')
  return withPath.length > 0 ? withPath : items
}
