import { type BrowserWindow, Notification } from 'electron'
import { bringToFront } from './desk-window.ts'
import type { Taskbar } from './tell-batch.ts'

/** The task bar or the dock, and the system's notices; a click on one brings the window to the front. */
export function systemTaskbar(window: () => BrowserWindow | undefined): Taskbar {
  let notice: Notification | undefined
  const shown = (): BrowserWindow | undefined => {
    const now = window()
    return now === undefined || now.isDestroyed() ? undefined : now
  }
  const quiet = (): void => {
    notice?.close()
    notice = undefined
  }
  return {
    progress(over, mode) {
      // Of nothing at all Windows shows no bar.
      if (over === null) shown()?.setProgressBar(-1)
      else shown()?.setProgressBar(Math.max(over, 0.01), { mode })
    },
    isSeen: () => shown()?.isFocused() ?? true,
    notify(said) {
      quiet()
      if (!Notification.isSupported()) return
      notice = new Notification(said)
      notice.on('click', () => {
        const before = shown()
        if (before !== undefined) bringToFront(before)
      })
      notice.show()
    },
    quiet,
  }
}
