import { expect, it } from 'vitest'
import type { Channel } from '../../../core/ipc/channels.ts'
import { contract } from '../../../core/ipc/contract.ts'

const long = 'x'.repeat(100_000)
const many = Array.from({ length: 100_001 }, () => 'x')

it.each<[Channel, unknown]>([
  ['intake:add', { paths: [long] }],
  ['intake:add', { paths: many }],
  ['intake:image', { name: long, bytes: new Uint8Array(1) }],
  ['intake:image', { name: 'a', bytes: new Uint8Array(101 * 1024 * 1024) }],
  ['jobs:cancel', { ids: many }],
  ['jobs:retry', { ids: [long] }],
  ['jobs:put-away', { ids: many }],
  ['records:decide', { id: long, field: 'name', value: 'x' }],
  ['records:decide', { id: 'x', field: 'name', value: long }],
  ['records:revert', { id: long, field: 'name' }],
  ['records:remove', { ids: many }],
  ['records:find', { text: long, offset: 0, limit: 10 }],
  ['records:open', { id: long }],
  ['records:delete', { ids: many }],
  ['records:revealed', { id: long }],
  ['person:held', { recordId: long }],
  ['person:export', { recordId: long, format: 'csv' }],
  ['person:forget', { recordId: long }],
  ['audit:newest', { limit: 1e15 }],
  ['export:table', { path: long }],
  ['export:table', { recordIds: many }],
  ['export:reveal', { path: long }],
  ['settings:change', { exportFolder: long }],
  ['account:change', { account: { dailyLimit: 1e15 } }],
  ['account:change', { account: { baseAddress: long } }],
  ['account:change', { account: { appId: long } }],
  ['account:change', { secrets: { appSecret: long } }],
  ['lock:unlock', { by: 'pin', secret: long }],
  ['lock:protect', { what: 'pin', proof: long, next: '' }],
  ['lock:protect', { what: 'pin', proof: '', next: long }],
  ['vault:recover', { passphrase: long }],
])('%s takes nothing beyond all measure', (channel, input) => {
  expect(contract[channel].input.safeParse(input).success).toBe(false)
})

it.each<[Channel, unknown]>([
  ['intake:add', { paths: many.slice(0, 20_000) }],
  ['intake:image', { name: 'a', bytes: new Uint8Array(50 * 1024 * 1024) }],
  ['jobs:cancel', {}],
  ['export:table', { recordIds: many.slice(0, 50_000) }],
  [
    'account:change',
    { account: { dailyLimit: 100_000 }, secrets: { serviceKey: 'x'.repeat(4000) } },
  ],
])('%s takes what a person may have', (channel, input) => {
  expect(contract[channel].input.safeParse(input).success).toBe(true)
})

it('lets no page say where files go without anybody being asked', () => {
  const named = { dailyFolder: '/x', handoverFolder: '/x' }
  const parsed = contract['settings:change'].input.parse({ ...named, exportDaily: true })
  expect(parsed).toEqual({ exportDaily: true })
})
