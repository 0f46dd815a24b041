import { hash } from 'node:crypto'
import type { KeptWatch } from '../../../core/intake/watch.ts'

/** Whether a file was taken in, or turned away; never looked at twice. */
type Fate = 'taken' | 'refused'

/** A file as it lies in a folder; another size or time makes it another. */
export interface LyingFile {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** When it was written last, in milliseconds. */
  readonly written: number
}

/** Which files were met before, by what is in them, and by where they lie so that those are not read to know them. */
export interface SeenFiles {
  /** @param image SHA-256 in hex of what is in it, where that is known */
  fateOf(file: LyingFile, image?: string): Fate | undefined
  meet(file: LyingFile, image: string, fate: Fate): void
  /** As it is kept. */
  readonly all: () => KeptWatch['seen']
}

/** Days after which a file that is not met any more is forgotten. */
const remembered = 400
const day = 24 * 60 * 60 * 1000

export function createSeenFiles(kept: KeptWatch['seen'], today: Date): SeenFiles {
  const oldest = new Date(today.getTime() - remembered * day).toISOString().slice(0, 10)
  const seen = new Map(Object.entries(kept).filter(([, [, met]]) => met >= oldest))
  const now = today.toISOString().slice(0, 10)
  const lookUp = (key: string): Fate | undefined => {
    const found = seen.get(key)
    if (found !== undefined) seen.set(key, [found[0], now])
    return found?.[0]
  }
  return {
    fateOf: (file, image) =>
      lookUp(placeKey(file)) ?? (image === undefined ? undefined : lookUp(imageKey(image))),
    meet(file, image, fate) {
      for (const key of [placeKey(file), imageKey(image)]) seen.set(key, [fate, now])
    },
    all: () => Object.fromEntries(seen),
  }
}

/** Enough to tell any two files of a shop apart. */
const short = (text: string): string => hash('sha256', text, 'hex').slice(0, 24)

const placeKey = ({ path, size, written }: LyingFile): string =>
  short(`place ${size} ${written} ${path}`)

const imageKey = (image: string): string => short(`image ${image}`)
