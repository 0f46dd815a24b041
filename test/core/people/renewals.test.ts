import { expect, it } from 'vitest'
import { createRenewals, type Expiring, sortRenewals } from '../../../core/people/renewals.ts'

const today = '2026-11-24'
const expiring = (id: string, changes: Partial<Expiring> = {}): Expiring => ({
  id,
  name: '张三',
  idNumber: id,
  carClass: 'C1',
  validTo: '2026-12-24',
  readAt: '2026-11-01T00:00:00.000Z',
  ...changes,
})
const found = (within: number, ...all: readonly Expiring[]) => {
  const renewals = createRenewals(today, within)
  for (const each of all) renewals.add(each)
  return renewals.all()
}

it.each([
  ['2026-11-23', []],
  ['2026-11-24', [0]],
  ['2027-02-22', [90]],
  ['2027-02-23', []],
  ['长期', []],
  ['', []],
])(
  'of a license valid to %s tells the days that are left, the last of 90 counted in',
  (validTo, days) => {
    expect(found(90, expiring('a', { validTo })).map((one) => one.days)).toEqual(days)
  },
)

it('takes of each person the license that was read last, also where that is not due', () => {
  const old = expiring('old', { idNumber: '1x' })
  expect(found(90, expiring('new', { idNumber: '1X', validTo: '2036-12-24' }), old)).toEqual([])
  const unread = ['a', 'b'].map((id) => expiring(id, { idNumber: '' }))
  expect(found(90, ...unread)).toHaveLength(2)
})

it('sorts the first to expire first, and by what is asked for either way', () => {
  const all = found(
    90,
    expiring('a', { name: '王五', validTo: '2026-12-20', carClass: 'C2' }),
    expiring('b', { name: '安一', validTo: '2026-12-25', carClass: 'A1' }),
    expiring('c', { name: '李四', validTo: '2026-12-01', carClass: 'C2' }),
  )
  const ids = (sorted: readonly Expiring[]) => sorted.map(({ id }) => id).join('')
  expect(ids(all)).toBe('cab')
  expect(ids(sortRenewals(all, 'validTo', true))).toBe('bac')
  expect(ids(sortRenewals(all, 'name'))).toBe('bca')
  expect(ids(sortRenewals(all, 'carClass'))).toBe('bca')
  expect(ids(sortRenewals(all, 'carClass', true))).toBe('cab')
})
