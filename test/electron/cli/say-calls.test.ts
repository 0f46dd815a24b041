import { expect, it } from 'vitest'
import { sayCalls } from '../../../electron/cli/say-calls.ts'

it('tells of every further call once few are left, and never goes down', () => {
  const said: string[] = []
  const say = sayCalls({ say: (text) => said.push(text) }, 'en', 100)
  for (const used of [79, 80, 81, 80, 81, 82]) say({ used, isClosed: false })
  for (const used of [82, 81, 81]) say({ used, isClosed: true })
  expect(said).toEqual([
    '80 of today’s 100 calls are used',
    '81 of today’s 100 calls are used',
    '82 of today’s 100 calls are used',
  ])
})
