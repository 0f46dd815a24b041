import type { BrowserContext, Route } from 'playwright-core'
import type { ProgramCalls } from '../calls.ts'
import type { Link } from '../link.ts'
import { isOfProgram, toProgram } from './addresses.ts'
import type { PageWindow } from './page-window.ts'

/** Lets the program decide and answer whatever its pages ask for; its own headers apply in the browser. */
export async function answerRequests(
  context: BrowserContext,
  program: Link<ProgramCalls>,
  windows: ReadonlyMap<number, PageWindow>,
): Promise<void> {
  await context.route('**/*', (route) =>
    answerOne(route).catch(() => route.abort('failed').catch(() => undefined)),
  )

  async function answerOne(route: Route): Promise<void> {
    const request = route.request()
    const url = toProgram(request.url())
    if (request.isNavigationRequest() && !(await mayNavigate(route, url)))
      return route.abort('aborted')
    if (!(await program.ask('mayRequest', { url }))) return route.abort('blockedbyclient')
    if (!isOfProgram(request.url())) return route.continue()
    const { status, headers, body } = await program.ask('request', {
      url,
      method: request.method(),
      headers: request.headers(),
    })
    return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  }

  async function mayNavigate(route: Route, url: string): Promise<boolean> {
    const request = route.request()
    const frame = request.frame()
    for (const [window, shown] of windows) {
      if (shown.page !== frame.page()) continue
      const isMainFrame = frame.parentFrame() === null
      if (isMainFrame && !shown.isOwnWish(request.url())) return true
      return program.ask('mayNavigate', { window, url, isMainFrame })
    }
    return false
  }
}
