import type { ExportEntry } from '../../core/export/entry.ts'
import type { Preset } from '../../core/layout/preset.ts'
import { nextOf, previousOf, type Walk, walkOf } from '../../core/export/walk.ts'
import type { WalkKey, WalkView } from '../../core/layout/walk-key.ts'
import type { Language } from '../../core/settings/settings.ts'
import type { ClipboardPort } from './clipboard.ts'

/** The keys of the whole system. */
export interface ShortcutPort {
  /** Whether the key is ours now: another program may have it. */
  take(key: WalkKey, onPress: () => void): boolean
  leave(key: WalkKey): void
}

export interface WalkParts {
  readonly clipboard: ClipboardPort
  readonly shortcuts: ShortcutPort
  readonly key: () => WalkKey
  /** Runs after so many milliseconds unless it is called off. */
  readonly after: (milliseconds: number, act: () => void) => () => void
  /** Tells which field is on the clipboard, also to whoever is in another program; null when none is any more. */
  readonly onChange: (view: WalkView | null) => void
}

export interface ClipboardWalk {
  /** Nothing when the preset has nothing of this license, or the clipboard did not take it. */
  start(entry: ExportEntry, preset: Preset, language: Language): Promise<WalkView | undefined>
  move(to: 'next' | 'previous' | 'end'): Promise<WalkView | undefined>
}

/** Milliseconds after which what was put on the clipboard is taken off again. */
export const staysFor = 60_000

/**
 * Puts one field after the other on the clipboard; nothing of ours stays there longer than a minute, or when it ends. One
 * step at a time, in the order in which they were asked for.
 */
export function createClipboardWalk(parts: WalkParts): ClipboardWalk {
  const { clipboard, shortcuts, after } = parts
  let walk: Walk | undefined
  let taken: WalkKey | undefined
  let put: string | undefined
  let callOff = (): void => undefined
  let last: Promise<unknown> = Promise.resolve()

  const view = (): WalkView | undefined =>
    walk && {
      recordId: walk.recordId,
      headings: walk.fields.map(({ heading }) => heading),
      at: walk.at,
      key: taken ?? null,
    }
  const takeOff = async (): Promise<void> => {
    callOff()
    // What somebody copied meanwhile is theirs.
    if (put !== undefined && (await clipboard.readText()) === put) clipboard.clear()
    put = undefined
  }
  const putOn = async (value: string): Promise<void> => {
    await clipboard.write(value)
    put = value
    if ((await clipboard.readText()) !== value)
      throw new Error('the clipboard holds something else')
    callOff = after(staysFor, () => void step(() => undefined))
  }
  const leave = (): void => {
    walk = undefined
    if (taken !== undefined) shortcuts.leave(taken)
    taken = undefined
  }
  const step = (
    wantedAfter: (walk: Walk | undefined) => Walk | undefined,
  ): Promise<WalkView | undefined> => {
    const stepped = last.then(async () => {
      const before = walk
      const wanted = wantedAfter(before)
      if (before === undefined && wanted === undefined) return undefined
      try {
        await takeOff()
        walk = wanted
        const field = wanted?.fields[wanted.at]
        if (field === undefined) leave()
        else await putOn(field.value)
      } catch {
        leave()
      }
      parts.onChange(view() ?? null)
      return view()
    })
    last = stepped
    return stepped
  }
  const steps = { next: nextOf, previous: previousOf, end: () => undefined } as const
  const move: ClipboardWalk['move'] = (to) => step((now) => now && steps[to](now))
  return {
    move,
    start: (entry, preset, language) =>
      step(() => {
        const begun = walkOf(entry, preset, language)
        const key = parts.key()
        if (
          begun !== undefined &&
          taken === undefined &&
          shortcuts.take(key, () => void move('next'))
        )
          taken = key
        return begun
      }),
  }
}
