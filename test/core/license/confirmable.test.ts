import { expect, it } from 'vitest'
import { confirmableIn } from '../../../core/license/confirmable.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import { review } from '../../../core/license/review.ts'
import { readAs, recordWith, today } from './sample.ts'

it('leaves what is empty and what cannot be right to a person', () => {
  const record = recordWith({
    name: readAs('张三', 0.5),
    official_seal: nothingRead,
    id_num: readAs('441900199012210518'),
  })
  expect(confirmableIn(review(record, { today }))).toEqual({
    values: [{ field: 'name', value: '张三' }],
    left: 2,
  })
  expect(confirmableIn(review(recordWith(), { today }))).toEqual({ values: [], left: 0 })
})
