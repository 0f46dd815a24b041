import { expect, it } from 'vitest'
import { createConfirm } from '../../../electron/window/confirm.ts'

it('tells in the person’s language what it is about, in one line each', async () => {
  const said: string[] = []
  const confirm = createConfirm(
    {
      ask: async ({ message, detail, yes, no }) => {
        said.push([message, detail, yes, no].join('\n'))
        return true
      },
    },
    () => 'zh',
  )
  const host = `no\n\u202Eaddress${'x'.repeat(3000)}`
  const asked = [
    { kind: 'wechat-host', host },
    { kind: 'daily-limit', calls: 5000 },
  ] as const
  expect(await confirm(asked)).toBe(true)
  const [text = ''] = said
  const lines = text.split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[1]).toMatch(/^微信接口改为 no addressx+。/)
  expect(lines[1]?.length).toBeLessThan(300)
  expect(lines[2]).toBe('每天最多调用微信 5000 次。')
})

it('asks one thing at a time: what comes meanwhile is not meant', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const confirm = createConfirm({ ask: () => promise }, () => 'en')
  const first = confirm([{ kind: 'sending' }])
  expect(await confirm([{ kind: 'sending' }])).toBe(false)
  resolve(true)
  expect(await first).toBe(true)
})
