import type { ExportEntry } from '../../core/export/entry.ts'
import type { Preset } from '../../core/export/preset.ts'
import { nextOf, previousOf, type Walk, walkOf, type WalkView } from '../../core/export/walk.ts'
import type { WalkKey } from '../../core/export/walk-key.ts'
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
  /** Nothing when the preset has nothing of this license. */
  start(entry: ExportEntry, preset: Preset, language: Language): WalkView | undefined
  move(to: 'next' | 'previous' | 'end'): WalkView | undefined
}

/** Milliseconds after which what was put on the clipboard is taken off again. */
export const staysFor = 60_000

/** Puts one field after the other on the clipboard; nothing of ours stays there longer than a minute, or when it ends. */
export function createClipboardWalk(parts: WalkParts): ClipboardWalk {
  const { clipboard, shortcuts, after } = parts
  let walk: Walk | undefined
  let taken: WalkKey | undefined
  let callOff = (): void => undefined
  let put: string | undefined

  const takeOff = (): void => {
    callOff()
    // What somebody copied meanwhile is theirs.
    if (put !== undefined && clipboard.readText() === put) clipboard.clear()
    put = undefined
  }
  const view = (): WalkView | undefined =>
    walk && {
      recordId: walk.recordId,
      headings: walk.fields.map(({ heading }) => heading),
      at: walk.at,
      key: taken ?? null,
    }
  const show = (next: Walk | undefined): WalkView | undefined => {
    takeOff()
    walk = next
    const field = next?.fields[next.at]
    if (field === undefined) {
      if (taken !== undefined) shortcuts.leave(taken)
      taken = undefined
    } else {
      put = field.value
      clipboard.write(field.value)
      callOff = after(staysFor, () => show(undefined))
    }
    parts.onChange(view() ?? null)
    return view()
  }
  const move: ClipboardWalk['move'] = (to) => {
    if (walk === undefined) return undefined
    if (to === 'end') return show(undefined)
    return show(to === 'next' ? nextOf(walk) : previousOf(walk))
  }
  return {
    move,
    start(entry, preset, language) {
      show(undefined)
      const begun = walkOf(entry, preset, language)
      if (begun === undefined) return undefined
      const key = parts.key()
      if (shortcuts.take(key, () => void move('next'))) taken = key
      return show(begun)
    },
  }
}
