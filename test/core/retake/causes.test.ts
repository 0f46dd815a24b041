import { expect, it } from 'vitest'
import { causeOfFailure, causeOfReading } from '../../../core/retake/causes.ts'
import { failureKinds, pictureFaults } from '../../../core/license/failure.ts'
import { sayRetake } from '../../../core/words/say-retake.ts'

it('has words for every picture that the customer has to take again', () => {
  for (const fault of pictureFaults) {
    const cause = causeOfFailure(fault)
    if (cause === null) throw new Error(`nothing to ask of the customer for ${fault}`)
    expect(sayRetake(cause, 'zh')).toMatch(/^您好，.+正页.+谢谢！$/)
    expect(sayRetake(cause, 'en')).toMatch(/^Hello! .+ main page.+ Thank you!$/)
  }
})

it('asks nothing of the customer where the trouble is ours', () => {
  const ours = failureKinds.filter((kind) => causeOfFailure(kind) === null)
  expect(ours).toContain('engine-crashed')
  expect(ours).toContain('too-many-bytes')
  expect(ours).toContain('outcome-unknown')
})

it('names each hindrance once, and how to avoid it', () => {
  const cause = causeOfReading({
    hindrances: [{ kind: 'glare' }, { kind: 'cut-off' }, { kind: 'glare' }],
  })
  if (cause === null) throw new Error('nothing was in the way')
  expect(sayRetake(cause, 'zh')).toBe(
    '您好，您发来的驾驶证照片有反光、没有拍全，有些字看不清。麻烦重拍一张正页：避开灯光，不要开闪光灯；四个角都拍进去。谢谢！',
  )
  expect(sayRetake(cause, 'en')).toContain('there is glare and part of the license is missing')
  expect(causeOfReading({ hindrances: [] })).toBeNull()
})
