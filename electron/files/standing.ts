import type { BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from './code-of.ts'
import { linkAt, realPath, systemPath } from './system-path.ts'

/** What stands where something is to be written; links are followed to what they lead to. */
export type Standing =
  /** It would be made at `place`. */
  | { readonly kind: 'nothing'; readonly place: string }
  | { readonly kind: 'file'; readonly place: string; readonly stats: BigIntStats }
  | { readonly kind: 'folder'; readonly place: string; readonly stats: BigIntStats }
  /** A terminal, a pipe and the like: it is written to and never replaced. */
  | { readonly kind: 'device' }
  /** A disk or a socket. */
  | { readonly kind: 'other' }

/** Throws when the system does not tell. */
export async function standingAt(target: string): Promise<Standing> {
  const stats = await statIfThere(target)
  if (stats === undefined) return { kind: 'nothing', place: await placeBehind(target) }
  if (stats.isFile()) return { kind: 'file', place: await placeBehind(target), stats }
  if (stats.isDirectory()) return { kind: 'folder', place: await placeBehind(target), stats }
  return { kind: stats.isCharacterDevice() || stats.isFIFO() ? 'device' : 'other' }
}

async function statIfThere(target: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(systemPath(target), { bigint: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const mostLinks = 40

/** Where a path leads to, also when nothing stands there yet. */
async function placeBehind(target: string, links = mostLinks): Promise<string> {
  const real = await realPath(target).catch(() => undefined)
  const folder = path.dirname(target)
  if (real !== undefined || folder === target) return real ?? target
  const place = await placeBehind(folder, links)
  const link = await linkAt(target).catch(() => undefined)
  if (link === undefined || links === 0) return path.join(place, path.basename(target))
  return placeBehind(path.resolve(place, link), links - 1)
}

/** Whether two are one file or folder, whatever they are called. */
export function isSame(one: Standing, other: Standing): boolean {
  if (!('place' in one) || !('place' in other)) return false
  if (one.kind === 'nothing' || other.kind === 'nothing')
    return one.kind === other.kind && bareName(one.place) === bareName(other.place)
  if (one.place === other.place) return true
  const { dev, ino } = one.stats
  return ino !== 0n && dev === other.stats.dev && ino === other.stats.ino
}

/** What stands nowhere yet cannot be asked: many disks take names for one that differ in case or in how they are composed. */
const bareName = (place: string): string => place.normalize('NFC').toLowerCase()

/** Whether a place is in a folder, or the folder itself; both by their real paths. */
export function isWithin(place: string, folder: string): boolean {
  const way = path.relative(folder, place)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}
