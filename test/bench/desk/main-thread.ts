import type { Page } from 'playwright-core'

/** What the page's main thread did for a while. */
export interface MainThreadWork {
  /** Milliseconds of the processor's time, of each. */
  readonly spent: readonly number[]
  /** Which share of the time that they lasted they waited for a processor. */
  readonly waited: number
}

/** As Chromium's tracing calls them: any task, or all that is done for one frame. */
const events = { task: 'RunTask', frame: 'ProxyMain::BeginMainFrame' } as const

/**
 * Begins to note each task, or each frame, of the page's main thread, but for those in which the stand-in halts it. Returns how to
 * end, which says what it did.
 */
export async function traceMainThread(
  page: Page,
  kind: keyof typeof events,
): Promise<() => Promise<MainThreadWork>> {
  const session = await page.context().newCDPSession(page)
  const noted: Traced[] = []
  session.on('Tracing.dataCollected', ({ value }) => noted.push(...tracedOf(value)))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'cc',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
      ],
    },
  })
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    session.once('Tracing.tracingComplete', () => resolve())
    await session.send('Tracing.end')
    await promise
    await session.detach()
    const mains = noted.filter((event) => event.args?.name === 'CrRendererMain')
    const isMain = (event: Traced): boolean =>
      mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid)
    const halts = noted.filter(({ name }) => name === 'stand-in looks up paths')
    const works = noted.filter(
      (event) =>
        event.name === events[kind] &&
        isMain(event) &&
        !halts.some(({ ts }) => event.ts <= ts && ts < event.ts + (event.dur ?? 0)),
    )
    const sum = (times: readonly number[]): number => times.reduce((all, time) => all + time, 0)
    const lasted = sum(works.map(({ dur = 0 }) => dur))
    const spent = works.map(({ tdur = 0 }) => tdur)
    return { spent: spent.map((time) => time / 1000), waited: 1 - sum(spent) / lasted }
  }
}

/** An event of Chromium's tracing; times in microseconds, `tdur` of the processor's. */
interface Traced {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const tracedOf = (told: readonly object[]): readonly Traced[] => told.filter(isTraced)

const isTraced = (event: object): event is Traced =>
  'name' in event && 'pid' in event && 'tid' in event && 'ts' in event
