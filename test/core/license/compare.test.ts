import { expect, it } from 'vitest'
import { compareReadings } from '../../../core/license/compare.ts'
import type { FieldName } from '../../../core/license/field.ts'
import { type FieldReading, nothingRead, type Reading } from '../../../core/license/reading.ts'
import { review } from '../../../core/license/review.ts'
import { readAs, recordWith, today } from './sample.ts'

const reading = (changed: Partial<Record<FieldName, FieldReading>> = {}): Reading =>
  recordWith(changed).reading

function reviewOf(first: Reading, second: Reading) {
  const both = compareReadings(
    { recognizer: 'offline', reading: first },
    { recognizer: 'wechat-upload', reading: second },
  )
  const record = { ...recordWith(), reading: both }
  return { both, items: review(record, { today }).items }
}

it('leaves nothing to look at where both read alike, however unsure one was', () => {
  const unsure = readAs('张三', 0.2)
  const { both, items } = reviewOf(
    reading({ name: { ...unsure, doubts: [{ kind: 'gap', after: 1 }] } }),
    reading(),
  )
  expect(items).toEqual([])
  expect(both.fields.name.readBy).toEqual(['offline', 'wechat-upload'])
})

it('shows both where they differ, and decides nothing', () => {
  const { both, items } = reviewOf(reading(), reading({ name: readAs('张二') }))
  expect(both.fields.name).toMatchObject({ value: '张三', readBy: ['offline'] })
  expect(items).toEqual([
    {
      field: 'name',
      reasons: [
        {
          kind: 'doubt',
          doubt: { kind: 'readers-differ', other: '张二', reader: 'wechat-upload' },
        },
      ],
    },
  ])
})

it.each([
  [reading({ car_class: nothingRead }), reading(), 'wechat-upload'],
  [reading(), reading({ car_class: nothingRead }), 'offline'],
])('wants a look at what only one of them found', (first, second, reader) => {
  const { both, items } = reviewOf(first, second)
  expect(both.fields.car_class).toMatchObject({ value: 'C1', readBy: [reader] })
  expect(items).toEqual([
    { field: 'car_class', reasons: [{ kind: 'doubt', doubt: { kind: 'read-by-one', reader } }] },
  ])
})

it('misses what neither found', () => {
  const none = reading({ sex: nothingRead })
  expect(reviewOf(none, none).items).toEqual([{ field: 'sex', reasons: [{ kind: 'missing' }] }])
})

it('still wants a look at what breaks a rule although both read it', () => {
  const wrong = reading({ id_num: readAs('441900199012210510') })
  expect(reviewOf(wrong, wrong).items.map(({ field }) => field)).toContain('id_num')
})
