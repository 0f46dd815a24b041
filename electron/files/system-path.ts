import { isUtf8 } from 'node:buffer'
import { readdir, readlink, realpath } from 'node:fs/promises'
import path from 'node:path'

/** Only there is a name any bytes. */
const isOfBytes = process.platform === 'linux'

/** What stands for a byte that is no UTF-8: the lone surrogate 0xdc00 + byte, which no sound name contains. */
const standIn = /[\udc80-\udcff]/u
const foreign = 0xdc00

/** A name, or the names in a path, as text that `systemPath` turns back. */
export const textOf = (place: Buffer): string =>
  isUtf8(place) ? place.toString() : place.toString('latin1').split('/').map(nameFrom).join('/')

/** @param latin1 one sign a byte */
function nameFrom(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1')
  if (isUtf8(bytes)) return bytes.toString()
  return latin1.replaceAll(/[\u0080-\u00ff]/g, (byte) =>
    String.fromCharCode(foreign + byte.charCodeAt(0)),
  )
}

/**
 * The one door from a path, as jobs and records carry it, to what the system is asked for: a name that is no UTF-8
 * gets its bytes back.
 */
export const systemPath = (place: string): string | Buffer =>
  isOfBytes && standIn.test(place) ? bytesOf(place) : place

const bytesOf = (place: string): Buffer =>
  Buffer.concat(
    Array.from(place, (sign) =>
      standIn.test(sign) ? Buffer.of(sign.charCodeAt(0) - foreign) : Buffer.from(sign),
    ),
  )

/** What lies in a folder; a link is no file, wherever it leads. */
export async function entriesIn(
  folder: string,
): Promise<readonly { readonly name: string; readonly isFile: boolean }[]> {
  const entries = isOfBytes
    ? await readdir(systemPath(folder), { encoding: 'buffer', withFileTypes: true })
    : await readdir(folder, { withFileTypes: true })
  return entries.map((entry) => ({
    name: typeof entry.name === 'string' ? entry.name : textOf(entry.name),
    isFile: entry.isFile(),
  }))
}

/** The names in a folder, each of which `systemPath` takes. */
export const namesIn = async (folder: string): Promise<string[]> =>
  (await entriesIn(folder)).map(({ name }) => name)

/** Where a path leads once all links are followed. */
export const realPath = async (place: string): Promise<string> =>
  isOfBytes ? textOf(await realpath(systemPath(place), { encoding: 'buffer' })) : realpath(place)

/** What a link says. */
export const linkAt = async (place: string): Promise<string> =>
  isOfBytes ? textOf(await readlink(systemPath(place), { encoding: 'buffer' })) : readlink(place)

/** What programs put in place of bytes that are no UTF-8. */
const lost = /\ufffd+/g

/**
 * The place that was named where a program on the way, such as npm or the window, lost bytes that are no UTF-8: the
 * only one that fits. The same where there are several, or none.
 */
export async function foundAgain(place: string): Promise<string> {
  if (!isOfBytes || place.search(lost) < 0) return place
  let found = path.parse(place).root
  for (const part of path.relative(found, place).split(path.sep)) {
    const names = part.search(lost) < 0 ? [part] : await fitting(found, part)
    const [name] = names
    if (name === undefined || names.length > 1) return place
    found = path.join(found, name)
  }
  return found
}

async function fitting(folder: string, part: string): Promise<string[]> {
  const wanted = part.replaceAll(lost, '\ufffd')
  const names = await namesIn(folder).catch(() => [])
  return names.filter((name) => bytesOf(name).toString().replaceAll(lost, '\ufffd') === wanted)
}

/** The name of a file for people: what is no UTF-8 was most likely written on a Chinese system of before. */
export function nameOf(place: string): string {
  const name = path.basename(place)
  if (!standIn.test(name)) return name
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytesOf(name))
  } catch {
    return name.toWellFormed()
  }
}
