import type { WebContents } from 'electron'

/** A page that falls twice within this time, in milliseconds, is not opened again by itself. */
const patience = 60_000

/** Decides what to do each time the page's process is gone: open it again, but not for ever. */
function createFallenPage(now: () => number): () => 'reload' | 'ask' {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const since = now() - last
    last = now()
    return since < patience ? 'ask' : 'reload'
  }
}

export interface FallenPageParts {
  readonly onFall: (reason: string) => void
  /** Says that it fell and was opened again. */
  readonly sayReloaded: () => void
  /** Asks the person to open it again; resolves when they want to. */
  readonly ask: () => Promise<void>
}

/** Opens the page again when its process is gone: what is on the desk lives in the main process and goes on. */
export function watchPage(contents: WebContents, parts: FallenPageParts): void {
  const decide = createFallenPage(() => performance.now())
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    parts.onFall(reason)
    if (decide() === 'reload') {
      contents.once('did-finish-load', () => parts.sayReloaded())
      contents.reload()
    } else void parts.ask().then(() => contents.reload())
  })
}
