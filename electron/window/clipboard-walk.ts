import { globalShortcut, Notification } from 'electron'
import type { WalkKey, WalkView } from '../../core/layout/walk-key.ts'
import type { Words } from '../../core/words/words.ts'
import {
  type ClipboardWalk,
  createClipboardWalk,
  type ShortcutPort,
} from '../export/clipboard-walk.ts'
import { systemClipboard } from './clipboard.ts'

const systemShortcuts: ShortcutPort = {
  take: (key, onPress) => globalShortcut.register(key, onPress),
  leave: (key) => globalShortcut.unregister(key),
}

export interface SystemWalkParts {
  readonly key: () => WalkKey
  readonly words: () => Words
  /** Whether the window itself is before the person, who then needs no notice beside it. */
  readonly isSeen: () => boolean
  readonly onChange: (view: WalkView | null) => void
}

/** The walk on the system's own clipboard, with a silent notice of each field for whoever is in another program. */
export function openClipboardWalk({
  key,
  words,
  isSeen,
  onChange,
}: SystemWalkParts): ClipboardWalk {
  let notice: Notification | undefined
  const show = (view: WalkView | null): void => {
    notice?.close()
    notice = undefined
    onChange(view)
    if (view === null || isSeen() || !Notification.isSupported()) return
    const say = words()
    const values = {
      heading: view.headings[view.at] ?? '',
      at: view.at + 1,
      of: view.headings.length,
    }
    const isLast = values.at === values.of
    const detail = { key: keyWords(view.key, process.platform) }
    notice = new Notification({
      title: say('window:onClipboard', values),
      body: view.key === null || isLast ? '' : say('window:onClipboardNext', detail),
      silent: true,
    })
    notice.show()
  }
  return createClipboardWalk({
    clipboard: systemClipboard,
    shortcuts: systemShortcuts,
    key,
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    onChange: show,
  })
}

/** A key as keyboards name it. */
const keyWords = (key: WalkKey | null, platform: string): string =>
  (key ?? '')
    .replace('CommandOrControl', platform === 'darwin' ? '⌘' : 'Ctrl')
    .replaceAll('+', ' + ')
