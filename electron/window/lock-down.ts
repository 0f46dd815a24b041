import type { App, Session, WebContents } from 'electron'
import { nowhere, webRtcPolicy } from './no-way-out.ts'
import { pageAddress, pageOrigin } from '../ipc/page-address.ts'

/**
 * Denies every page everything that ours never needs: other windows, other addresses, inner frames, permissions, and
 * whatever way to the network goes around these. Done when there is none left.
 */
export async function lockDown(
  app: App,
  session: Session,
  openOutside: (url: string) => void,
): Promise<void> {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, openOutside))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isOfProgram(request.url) }),
  )
  // Dictionaries are fetched even where no page checks its spelling.
  session.setSpellCheckerEnabled(false)
  await session.setProxy(nowhere)
}

function lockContents(contents: WebContents, openOutside: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy(webRtcPolicy)
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** The page may only be opened anew, as its own way out of a fault does. */
function stayHere(event: {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}): void {
  if (!event.isMainFrame || event.url !== pageAddress) event.preventDefault()
}

/** The page's own addresses and those of Chromium's developer tools. */
const isOfProgram = (url: string): boolean =>
  url.startsWith(`${pageOrigin}/`) || /^(blob|data|devtools|chrome-extension):/.test(url)
