import { lstat, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Refusal } from '../../core/ipc/contract.ts'
import { entriesIn, foundAgain, realPath, systemPath } from '../files/system-path.ts'
import { isAddress } from './address.ts'
import { refuse, refuseByError } from './refuse.ts'

/** What a walk comes across, in the order in which a person sees it. */
export type Walked =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly path: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Passed before whoever else waits has a turn. */
const filesPerTurn = 100

const naturalOrder = new Intl.Collator('zh-CN', { numeric: true })

/** What systems, file managers and office programs leave in folders; nobody means to drop it. */
const leftovers =
  /^(\.|~\$|(Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$)/i

/**
 * Walks files and folders in natural order. Links are followed and a folder is entered once, so that loops end.
 * A folder that was named and holds nothing is told; an empty one inside it is not.
 * @param leftOut absolute paths of what is passed over in silence; a folder that is named itself is entered all the same
 */
export async function* walk(
  paths: readonly string[],
  leftOut: readonly string[] = [],
): AsyncGenerator<Walked> {
  const before = new Set<string>()
  const passedOver = new Set(await Promise.all(leftOut.map(realPlace)))
  for (const given of paths) {
    if (given === '') yield { kind: 'refused', refusal: refuse(given, 'missing') }
    else if (isAddress(given)) yield { kind: 'address', path: given }
    else {
      const place = await foundAgain(path.resolve(given))
      if (passedOver.has(await realFile(place))) continue
      const walking: Walking = { passedOver, before, entered: new Set(), isMetAgain: false }
      yield* walkNamed(place, walking)
      for (const folder of walking.entered) before.add(folder)
    }
  }
}

/** A walk from one place that was named; everything by its real path. */
interface Walking {
  readonly passedOver: ReadonlySet<string>
  /** Folders that were entered for what was named before. */
  readonly before: ReadonlySet<string>
  readonly entered: Set<string>
  /** One of those from before was come across. */
  isMetAgain: boolean
}

async function* walkNamed(place: string, walking: Walking): AsyncGenerator<Walked> {
  let count = 0
  for await (const found of walkOne(place, walking)) {
    count++
    yield found
  }
  if (count > 0) return
  const kind = walking.isMetAgain ? 'already-here' : 'empty-folder'
  yield { kind: 'refused', refusal: refuse(place, kind) }
}

async function* walkOne(place: string, walking: Walking): AsyncGenerator<Walked> {
  try {
    const found = await stat(systemPath(place))
    if (found.isFile()) yield { kind: 'file', path: place }
    else if (found.isDirectory()) yield* walkFolder(place, walking)
    else yield { kind: 'refused', refusal: refuse(place, 'not-a-file') }
  } catch (error) {
    const refusal = (await isLink(place))
      ? refuse(place, 'not-a-file')
      : refuseByError(place, error)
    yield { kind: 'refused', refusal }
  }
}

async function* walkFolder(folder: string, walking: Walking): AsyncGenerator<Walked> {
  const real = await realPath(folder)
  const { passedOver, before, entered } = walking
  if (before.has(real)) walking.isMetAgain = true
  if (before.has(real) || entered.has(real)) return
  entered.add(real)
  const entries = (await entriesIn(folder)).filter(({ name }) => !leftovers.test(name))
  const sorted = entries.toSorted((a, b) => naturalOrder.compare(a.name, b.name))
  for (const [at, { name, isFile }] of sorted.entries()) {
    if (at % filesPerTurn === filesPerTurn - 1) await setImmediate()
    if (passedOver.has(path.join(real, name))) continue
    const place = path.join(folder, name)
    // What the folder itself says of a file need not be asked for a thousand times.
    if (isFile) yield { kind: 'file', path: place }
    else yield* walkOne(place, walking)
  }
}

const realFile = async (place: string): Promise<string> =>
  (await stat(systemPath(place)).catch(() => undefined))?.isFile() === true ? realPlace(place) : ''

/** Where a path leads; of one that is not there yet where it would. */
async function realPlace(place: string): Promise<string> {
  const real = await realPath(place).catch(() => undefined)
  if (real !== undefined) return real
  const folder = await realPath(path.dirname(place)).catch(() => path.dirname(place))
  return path.join(folder, path.basename(place))
}

const isLink = (place: string): Promise<boolean> =>
  lstat(systemPath(place)).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
