import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Refusal } from '../../core/ipc/contract.ts'
import { isAddress } from './address.ts'
import { refuse, refuseByError } from './refuse.ts'

/** What a walk comes across, in the order in which a person sees it. */
export type Walked =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'address'; readonly path: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const naturalOrder = new Intl.Collator('zh-CN', { numeric: true })

/** What systems, file managers and office programs leave in folders; nobody means to drop it. */
const leftovers =
  /^(\.|~\$|(Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$)/i

/**
 * Walks files and folders in natural order. Links are followed and a folder is entered once, so that loops end.
 * A folder that was named and holds nothing is told; an empty one inside it is not.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Walked> {
  const before = new Set<string>()
  for (const given of paths) {
    if (given === '') yield { kind: 'refused', refusal: refuse(given, 'missing') }
    else if (isAddress(given)) yield { kind: 'address', path: given }
    else {
      const entered: Entered = { before, now: new Set(), isMetAgain: false }
      yield* walkNamed(path.resolve(given), entered)
      for (const folder of entered.now) before.add(folder)
    }
  }
}

/** Folders that were entered, by their real paths. */
interface Entered {
  /** For what was named before. */
  readonly before: ReadonlySet<string>
  readonly now: Set<string>
  /** One of those from before was come across. */
  isMetAgain: boolean
}

async function* walkNamed(place: string, entered: Entered): AsyncGenerator<Walked> {
  let count = 0
  for await (const found of walkOne(place, entered)) {
    count++
    yield found
  }
  if (count > 0) return
  const kind = entered.isMetAgain ? 'already-here' : 'empty-folder'
  yield { kind: 'refused', refusal: refuse(place, kind) }
}

async function* walkOne(place: string, entered: Entered): AsyncGenerator<Walked> {
  try {
    const found = await stat(place)
    if (found.isFile()) yield { kind: 'file', path: place, bytes: found.size }
    else if (found.isDirectory()) yield* walkFolder(place, entered)
    else yield { kind: 'refused', refusal: refuse(place, 'not-a-file') }
  } catch (error) {
    const refusal = (await isLink(place))
      ? refuse(place, 'not-a-file')
      : refuseByError(place, error)
    yield { kind: 'refused', refusal }
  }
}

async function* walkFolder(folder: string, entered: Entered): AsyncGenerator<Walked> {
  const real = await realpath(folder)
  if (entered.before.has(real)) entered.isMetAgain = true
  if (entered.before.has(real) || entered.now.has(real)) return
  entered.now.add(real)
  const names = (await readdir(folder)).filter((name) => !leftovers.test(name))
  for (const name of names.toSorted(naturalOrder.compare)) {
    yield* walkOne(path.join(folder, name), entered)
  }
}

const isLink = (place: string): Promise<boolean> =>
  lstat(place).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
