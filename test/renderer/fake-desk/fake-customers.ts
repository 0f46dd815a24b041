import type { Tally } from '../../../core/figures/tally.ts'
import type { Handlers } from '../../../core/ipc/contract.ts'
import type { SeenRecord } from '../../../core/ipc/people.ts'
import { fieldNames } from '../../../core/license/field.ts'
import { createRenewals } from '../../../core/people/renewals.ts'
import { personOf } from './records.ts'

type CustomerChannel =
  | 'person:seen'
  | 'person:merge'
  | 'person:part'
  | 'renewals:find'
  | 'renewals:export'
  | 'figures:read'
  | 'figures:export'
  | 'people:stop'

const day = 86_400_000
const start = Date.parse('2026-11-24T06:52:00Z')
const daysFrom = (days: number): string => new Date(start + days * day).toISOString()

/** Record 0 comes again with a new license, 2 for the second time with the same, 4 has a namesake; 6 was merged. */
function seenOf(recordId: string): Awaited<ReturnType<Handlers['person:seen']>> {
  const index = Number(recordId.replace(/\D+/g, ''))
  const license = personOf(index)
  const seen = (id: number, changes: Partial<SeenRecord['license']>): SeenRecord => ({
    id: `record-${id}`,
    readAt: daysFrom(-40 - id),
    source: `前台拍照${id}.jpg`,
    license: { ...license, ...changes },
  })
  const before = { car_class: 'C2', valid_to: '2026-03-01', address: '旧地址：和平街12号' }
  const same = index === 0 ? [seen(40, before)] : index === 2 ? [seen(42, {})] : []
  return {
    parts: index === 6 ? [seen(46, {}), seen(49, {})] : [],
    same,
    sameCount: same.length,
    alike: index === 4 ? [seen(44, { id_num: `${license.id_num.slice(0, 16)}0X` })] : [],
  }
}

/** Two years of figures that get better. */
function tallyOf(kept: number): Tally {
  if (kept === 0) return []
  return Array.from({ length: 30 }, (_, week) => ({
    from: new Date(Date.parse('2026-05-04') + week * 7 * day).toISOString().slice(0, 10),
    way: week > 20 && week % 2 === 0 ? 'both' : 'offline',
    licenses: 40,
    fields: Object.fromEntries(
      fieldNames.map((field, at) => [
        field,
        {
          quiet: 34 - (at % 4),
          inVain: (week + at) % 5,
          caught: (at * 7 + week) % (week > 15 ? 2 : 4) === 1 ? 1 : 0,
          slipped: at === 4 && week % 6 === 0 ? 1 : 0,
        },
      ]),
    ),
  }))
}

/** What is told of people and their licenses, made up. */
export function fakeCustomers(kept: number): Pick<Handlers, CustomerChannel> {
  return {
    'person:seen': async ({ recordId }) => seenOf(recordId),
    'person:merge': async ({ recordIds: [first = ''] }) => first,
    'person:part': async () => null,
    'renewals:find': async ({ within }) => {
      const renewals = createRenewals('2026-11-24', within)
      for (let index = 0; index < kept; index += 1) {
        const { name, car_class: carClass, id_num: number } = personOf(index)
        const idNumber = `${number.slice(0, 14)}${String(index).padStart(4, '0')}`
        const validTo = daysFrom((index * 13) % 400).slice(0, 10)
        const id = `record-${index}`
        renewals.add({ id, name, idNumber, carClass, validTo, readAt: daysFrom(-index) })
      }
      return { renewals: renewals.all(), looked: kept }
    },
    'renewals:export': async ({ recordIds }) => ({
      kind: 'written',
      path: '/home/desk/文档/到期通知名单-2026-11-24.csv',
      rows: recordIds.length,
    }),
    'figures:read': async () => ({ rows: tallyOf(kept), ofDeleted: kept === 0 ? 0 : 310 }),
    'figures:export': async () => ({
      kind: 'failed',
      path: '/home/desk/文档/识别情况-2026-11-24.csv',
      reason: 'disk-full',
    }),
    'people:stop': async () => null,
  }
}
