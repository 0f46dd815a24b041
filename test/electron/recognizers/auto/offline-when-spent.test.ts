import { expect, it } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import type { Readings } from '../../../../core/license/reading.ts'
import { fail, ok } from '../../../../core/result.ts'
import { offlineWhenSpent } from '../../../../electron/recognizers/auto/offline-when-spent.ts'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { readingsOf, unheard } from '../../../fakes/fake-recognizer.ts'

const wechat = (kind: FailureKind): Recognizer => ({
  id: 'wechat-upload',
  isPaid: true,
  recognize: async () => fail({ kind, message: '' }),
})
const offline = (readings: Readings): Recognizer => ({
  id: 'offline',
  isPaid: false,
  recognize: async () => ok(readings),
})
const source = { path: '/卡片/a.jpg', name: 'a.jpg', page: 1 }

async function missedIn(readings: Readings) {
  const outcome = await offlineWhenSpent(wechat('daily-limit'), offline(readings)).recognize(
    source,
    new AbortController().signal,
    unheard,
  )
  return outcome.ok && outcome.value.map(({ missed }) => missed?.failure.kind)
}

it('notes on a license that it may be asked about another day', async () => {
  expect(await missedIn(readingsOf('1'))).toEqual(['daily-limit'])
})

it('notes on several in one picture that they are not sent, also not another day', async () => {
  expect(await missedIn(readingsOf('1', '2'))).toEqual(['several-licenses', 'several-licenses'])
})
