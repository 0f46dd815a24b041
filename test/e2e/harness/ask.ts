import type { Page } from 'playwright-core'
import type { Problem } from '../../../core/ipc/contract.ts'
import type { Result } from '../../../core/result.ts'

/** Calls the desk from inside the page, also with what the contract forbids. */
export const askDesk = (
  page: Page,
  channel: string,
  input: unknown,
): Promise<Result<unknown, Problem>> =>
  page.evaluate(
    ([name, asked]) => {
      const call: unknown = Reflect.get(Object(Reflect.get(window, 'desk')), 'call')
      if (typeof call !== 'function') throw new Error('the page has no desk')
      return Reflect.apply(call, undefined, [name, asked])
    },
    [channel, input] as const,
  )

export interface Fetched {
  readonly status: number
  readonly type: string | null
  readonly policy: string | null
}

/** What the program answers to an address that the page asks for. */
export const fetchFrom = (page: Page, address: string): Promise<Fetched> =>
  page.evaluate(async (url) => {
    const { status, headers } = await fetch(url)
    return {
      status,
      type: headers.get('content-type'),
      policy: headers.get('content-security-policy'),
    }
  }, address)
