import type { App, Session, WebContents } from 'electron'
import { nowhere, webRtcPolicy } from './no-way-out.ts'
import { pageAddress, pageOrigin } from '../ipc/page-address.ts'

interface LockDownParts {
  readonly openOutside: (url: string) => void
  /** Whether the page may see through the camera now. */
  readonly maySee: () => boolean
}

/**
 * Denies every page everything that ours never needs: other windows, other addresses, inner frames, permissions but for
 * the camera while its dialog is open, and whatever way to the network goes around these. Done when there is none left.
 */
export async function lockDown(
  app: App,
  session: Session,
  { openOutside, maySee }: LockDownParts,
): Promise<void> {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, openOutside))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(maySee() && permission === 'media' && isForPicturesAlone(details)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame, mediaType }) =>
      maySee() &&
      permission === 'media' &&
      mediaType === 'video' &&
      isMainFrame &&
      origin.replace(/\/$/, '') === pageOrigin,
  )
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

/** Our page asks for a camera, and for no microphone with it. */
const isForPicturesAlone = (details: {
  readonly requestingUrl?: string
  readonly isMainFrame?: boolean
  readonly mediaTypes?: readonly string[]
}): boolean =>
  details.isMainFrame === true &&
  details.requestingUrl?.startsWith(`${pageOrigin}/`) === true &&
  details.mediaTypes?.length === 1 &&
  details.mediaTypes[0] === 'video'

/** The page's own addresses and those of Chromium's developer tools. */
const isOfProgram = (url: string): boolean =>
  url.startsWith(`${pageOrigin}/`) || /^(blob|data|devtools|chrome-extension):/.test(url)
