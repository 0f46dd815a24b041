import { describe, expect, it } from 'vitest'
import { askQuota } from '../../../../electron/recognizers/wechat/quota.ts'
import { realPatience } from '../../../../electron/recognizers/wechat/patience.ts'
import { createUploadRecognizer } from '../../../../electron/recognizers/wechat/upload.ts'
import { never, openLine, sourceOf } from './line.ts'
import { unheard } from '../../../fakes/fake-recognizer.ts'

describe('the quota', () => {
  it('is what WeChat says is left of today', async () => {
    const { parts } = await openLine()
    await createUploadRecognizer(parts).recognize(sourceOf(1), never, unheard)
    expect(await askQuota(parts, never)).toEqual({
      ok: true,
      value: { daily_limit: 100, used: 1, remain: 99 },
    })
  })

  it('may be refused', async () => {
    const { wechat, parts } = await openLine()
    const fault = { kind: 'errcode', errcode: 48001, errmsg: 'api unauthorized' } as const
    wechat.faults.add({ at: '/cgi-bin/openapi/quota/get', fault })
    expect(await askQuota(parts, never)).toMatchObject({ error: { kind: 'interface-not-granted' } })
  })
})

describe('real patience', () => {
  it('waits, and no longer once the signal is aborted', async () => {
    const start = performance.now()
    await realPatience.wait(30, never)
    expect(performance.now() - start).toBeGreaterThanOrEqual(29)
    const abort = new AbortController()
    const long = realPatience.wait(60_000, abort.signal)
    abort.abort()
    await long
    expect(performance.now() - start).toBeLessThan(30_000)
    await realPatience.wait(60_000, AbortSignal.abort())
    expect(realPatience.random()).toBeLessThan(1)
  })
})
