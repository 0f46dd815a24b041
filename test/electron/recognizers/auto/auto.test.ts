import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../../../../core/license/failure.ts'
import type { Reading, Readings } from '../../../../core/license/reading.ts'
import { fail, ok } from '../../../../core/result.ts'
import { type AutoParts, createAutoRecognizer } from '../../../../electron/recognizers/auto/auto.ts'
import type { Recognizer } from '../../../../electron/recognizers/recognizer.ts'
import { soundReading, unheard } from '../../../fakes/fake-recognizer.ts'

const source = { path: '/卡片/a.jpg', name: 'a.jpg', page: 1 }

type Answer = Reading | Readings | FailureKind

/** Answers at once and notes that it was asked. */
function reader(id: string, answer: Answer, asked: string[]): Recognizer {
  return {
    id,
    isPaid: id !== 'offline',
    async recognize() {
      asked.push(id)
      return typeof answer === 'string'
        ? fail({ kind: answer, message: '' })
        : ok('style' in answer ? [answer] : answer)
    },
  }
}

async function auto(
  offline: Answer,
  wechat: Answer,
  {
    needsLook = true,
    spend = 'doubtful',
  }: { needsLook?: boolean; spend?: AutoParts['spend'] } = {},
) {
  const asked: string[] = []
  const outcome = await createAutoRecognizer({
    offline: reader('offline', offline, asked),
    wechat: reader('wechat-upload', wechat, asked),
    spend,
    needsLook: () => needsLook,
  }).recognize(source, new AbortController().signal, unheard)
  return { outcome, asked }
}

it('spends no call on a card that nobody has to look at', async () => {
  const { outcome, asked } = await auto(soundReading, soundReading, { needsLook: false })
  expect(asked).toEqual(['offline'])
  expect(outcome.ok && outcome.value[0].fields.name.readBy).toEqual(['offline'])
})

it('spends one on every card when told so', async () => {
  const { asked } = await auto(soundReading, soundReading, { needsLook: false, spend: 'always' })
  expect(asked).toEqual(['offline', 'wechat-upload'])
})

it('compares what both read', async () => {
  const { outcome } = await auto(soundReading, soundReading)
  expect(outcome.ok && outcome.value[0].fields.name.readBy).toEqual(['offline', 'wechat-upload'])
})

it.each(['daily-limit', 'no-connection', 'outcome-unknown'] as const)(
  'keeps what it read offline when WeChat ends with %s, and says so (fault 44)',
  async (kind) => {
    const { outcome } = await auto(soundReading, kind)
    expect(outcome).toMatchObject({
      ok: true,
      value: [{ missed: { recognizer: 'wechat-upload', failure: { kind } } }],
    })
  },
)

it('ends when it is cancelled', async () => {
  const { outcome } = await auto(soundReading, 'cancelled')
  expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
})

it.each([
  'no-license',
  'second-page',
  'vehicle-license',
  'identity-card',
  'other-document',
  'mirrored',
  'engine-crashed',
  'engine-timed-out',
  'damaged',
  'empty',
  'cancelled',
] as const)(
  'spends no call on %s: only what is known to be a driving license leaves',
  async (kind) => {
    const { outcome, asked } = await auto(kind, soundReading)
    expect(asked).toEqual(['offline'])
    expect(outcome).toMatchObject({ ok: false, error: { kind } })
  },
)

it('asks WeChat where it cannot read the license itself', async () => {
  const kind = 'unreadable-license'
  const { outcome } = await auto(kind, soundReading)
  expect(outcome).toMatchObject({
    ok: true,
    value: [{ missed: { recognizer: 'offline', failure: { kind } } }],
  })
  expect((await auto(kind, 'outcome-unknown')).outcome).toMatchObject({
    ok: false,
    error: { kind: 'outcome-unknown' },
  })
})

describe('a picture of several licenses', () => {
  const several: Readings = [
    { ...soundReading, place: { index: 1, of: 2 } },
    { ...soundReading, place: { index: 2, of: 2 } },
  ]

  it('stays here, and says so where WeChat would have been asked', async () => {
    const { outcome, asked } = await auto(several, soundReading)
    expect(asked).toEqual(['offline'])
    const missed = { recognizer: 'wechat-upload', failure: { kind: 'several-licenses' } }
    expect(outcome).toMatchObject({
      ok: true,
      value: several.map(({ place }) => ({ place, missed })),
    })
  })

  it('says nothing where it would not', async () => {
    const { outcome } = await auto(several, soundReading, { needsLook: false })
    expect(outcome.ok && outcome.value.map(({ missed }) => missed)).toEqual([undefined, undefined])
  })
})
