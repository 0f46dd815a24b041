import {
  type KeptWatch,
  keptWatch,
  type WatchChange,
  type WatchView,
} from '../../../core/intake/watch.ts'
import type { Refusal } from '../../../core/ipc/contract.ts'
import { StoreProblem } from '../../store/store-problem.ts'
import { contentHash } from '../content-hash.ts'
import type { Intake } from '../without-file.ts'
import { lookThrough } from './look-through.ts'
import { moveToDone } from './move-to-done.ts'
import { createSeenFiles, type LyingFile, type SeenFiles } from './seen-files.ts'

/** In milliseconds. */
const pauses = {
  /** Between two looks, and longer where a look takes long, as in the network. */
  least: 2000,
  longest: 60_000,
  /** A file that has not changed for so long is written to its end. */
  steady: 4000,
}
/** So many times what a look took. */
const rest = 5
/** So many files come in at once; a person can stop after each lot. */
const lot = 200

export interface WatchParts {
  /** What is remembered between two starts. */
  readonly keeper: { load(): unknown; save(value: KeptWatch): void }
  readonly add: (paths: readonly string[]) => Promise<Intake>
  /** Hears of what was turned away. */
  readonly onRefused: (refused: readonly Refusal[]) => void
  /** Whether all that was read of a file is there, or nothing of it is on the list any more. */
  readonly isDone: (path: string) => boolean
  /** A file is in another place from now on. */
  readonly onMoved: (from: string, to: string) => void
  /** Files and folders that are never taken in, by their absolute paths. */
  readonly leftOut: readonly string[]
  readonly now: () => Date
  readonly onChange: (view: WatchView | null) => void
  readonly onError: (error: unknown) => void
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** In milliseconds, and never goes back. */
  readonly clock: () => number
}

/** One folder whose new files come in by themselves. */
export interface WatchedFolder {
  /** Nothing where no folder is watched. */
  view(): WatchView | null
  /** Watches this one from now on, in place of another. */
  choose(folder: string): void
  change(change: WatchChange): void
  /** Watches nothing any more. */
  stop(): void
  /** Goes on with what the last run watched. */
  begin(): void
  /** Resolves when no look is under way. */
  close(): Promise<void>
}

interface Watching {
  readonly folder: string
  isPaused: boolean
  moves: boolean
  readonly seen: SeenFiles
  readonly abort: AbortController
  /** Since when each file that is new has not changed, by its path. */
  readonly growing: Map<string, { readonly file: LyingFile; readonly since: number }>
  state: WatchView['state']
  taken: number
  stuck: number
}

/**
 * Polls rather than waits to be told: folders in the network and on pulled drives tell nothing. A file comes in once it
 * has not changed for some seconds, and never twice, whatever it is called by then.
 */
export function createWatchedFolder(parts: WatchParts): WatchedFolder {
  const { keeper, onChange, clock } = parts
  let watching: Watching | undefined
  let looking: Promise<void> = Promise.resolve()
  let told = ''

  const view = (): WatchView | null => {
    if (watching === undefined) return null
    const { folder, isPaused, moves, state, taken, stuck, growing } = watching
    const shown = isPaused ? 'paused' : state
    return { folder, state: shown, moves, taken, waiting: growing.size, stuck }
  }
  const tell = (): void => {
    const now = view()
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    onChange(now)
  }
  const load = (): KeptWatch => {
    const kept = keptWatch.safeParse(keeper.load())
    return kept.success ? kept.data : nothing
  }
  const keep = (): void => {
    if (watching === undefined) return keeper.save({ ...load(), folder: '' })
    const { folder, isPaused, moves, seen } = watching
    keeper.save({ folder, isPaused, moves, seen: seen.all() })
  }
  const start = ({ folder, isPaused, moves, seen }: KeptWatch): void => {
    watching?.abort.abort()
    const begun: Watching = {
      folder,
      isPaused,
      moves,
      seen: createSeenFiles(seen, parts.now()),
      abort: new AbortController(),
      growing: new Map(),
      state: 'beginning',
      taken: 0,
      stuck: 0,
    }
    watching = begun
    looking = looking.then(() => goOn(begun))
    tell()
  }

  async function goOn(one: Watching): Promise<void> {
    const { signal } = one.abort
    while (!signal.aborted) {
      const begun = clock()
      if (!one.isPaused)
        await look(one).catch((error: unknown) => {
          one.state = 'not-kept'
          // The queue says it too when the disk is at fault.
          if (!(error instanceof StoreProblem)) parts.onError(error)
        })
      if (!signal.aborted) tell()
      const took = rest * (clock() - begun)
      await parts.wait(Math.min(pauses.longest, Math.max(pauses.least, took)), signal)
    }
  }

  async function look(one: Watching): Promise<void> {
    const { signal } = one.abort
    const found = await lookThrough(one.folder, parts.leftOut, signal)
    if (signal.aborted) return
    if (!found.ok) {
      one.state = found.error
      return
    }
    one.state = 'watching'
    const steady = steadyAmong(one, found.value)
    for (let at = 0; at < steady.length && !signal.aborted && !one.isPaused; at += lot)
      await takeIn(one, steady.slice(at, at + lot))
    if (one.moves && !signal.aborted) await moveAway(one, found.value)
  }

  /** New files that have not changed for a while. */
  function steadyAmong({ seen, growing }: Watching, files: readonly LyingFile[]): LyingFile[] {
    const now = clock()
    const there = new Set(files.map(({ path }) => path))
    for (const path of growing.keys()) if (!there.has(path)) growing.delete(path)
    return files.filter((file) => {
      if (seen.fateOf(file) !== undefined) {
        growing.delete(file.path)
        return false
      }
      const before = growing.get(file.path)
      const isSame = before?.file.size === file.size && before.file.written === file.written
      if (!isSame) growing.set(file.path, { file, since: now })
      // A scanner makes the file first and writes it afterwards.
      return isSame && file.size > 0 && now - before.since >= pauses.steady
    })
  }

  async function takeIn(one: Watching, files: readonly LyingFile[]): Promise<void> {
    const { seen, growing, abort } = one
    const fresh: { file: LyingFile; image: string }[] = []
    for (const file of files) {
      const hashed = await contentHash(file.path, abort.signal)
      if (abort.signal.aborted) return
      // Held by whoever writes it, or gone: it is looked at again.
      if (!hashed.ok && hashed.error.kind !== 'too-many-bytes') continue
      const image = hashed.ok ? hashed.value : `${file.path} ${file.size}`
      const fate = seen.fateOf(file, image)
      growing.delete(file.path)
      if (fate === undefined && !fresh.some((other) => other.image === image))
        fresh.push({ file, image })
      else seen.meet(file, image, fate ?? 'taken')
    }
    if (fresh.length > 0) {
      const intake = await parts.add(fresh.map(({ file }) => file.path))
      const refused = intake.refused.filter(({ kind }) => kind !== 'already-here')
      const away = new Set(refused.filter(isWhole).map(({ path }) => path))
      for (const { file, image } of fresh)
        seen.meet(file, image, away.has(file.path) ? 'refused' : 'taken')
      one.taken += fresh.length - away.size
      if (refused.length > 0) parts.onRefused(refused)
    }
    if (files.length > 0) keep()
    tell()
  }

  async function moveAway(one: Watching, files: readonly LyingFile[]): Promise<void> {
    let stuck = 0
    for (const file of files) {
      if (one.abort.signal.aborted) return
      if (one.seen.fateOf(file) !== 'taken' || !parts.isDone(file.path)) continue
      const isMoved = await moveToDone(one.folder, file.path, (to) => parts.onMoved(file.path, to))
      if (!isMoved) stuck += 1
    }
    one.stuck = stuck
  }

  return {
    view,
    choose(folder) {
      start({ ...nothing, folder, seen: watching?.seen.all() ?? load().seen })
      keep()
    },
    change({ isPaused, moves }) {
      if (watching === undefined) return
      watching.isPaused = isPaused ?? watching.isPaused
      watching.moves = moves ?? watching.moves
      keep()
      tell()
    },
    stop() {
      watching?.abort.abort()
      watching = undefined
      keep()
      tell()
    },
    begin() {
      const kept = load()
      if (kept.folder !== '') start(kept)
    },
    async close() {
      watching?.abort.abort()
      await looking
    },
  }
}

const nothing: KeptWatch = { folder: '', isPaused: false, moves: false, seen: {} }

/** Of the whole file, and not of a page of it. */
const isWhole = ({ kind }: Refusal): boolean => kind !== 'pages-left'
