import { describe, expect, it } from 'vitest'
import { type Doubt, nothingRead } from '../../../core/license/reading.ts'
import type { ReviewReason } from '../../../core/license/review.ts'
import { markDoubtful, overShownText } from '../../../renderer/state/doubtful-characters.ts'
import { groupIdNumber } from '../../../renderer/state/id-number.ts'

/** Doubtful stretches in brackets. */
const marked = (value: string, raw: string, ...reasons: ReviewReason[]): string =>
  markDoubtful(value, { ...nothingRead, raw, value }, reasons)
    .map(({ text, doubtful }) => (doubtful ? `[${text}]` : text))
    .join('')

describe('doubtful characters', () => {
  it('are those that were hard to read', () => {
    expect(marked('余明远', '余明远', { kind: 'low-confidence', characters: [0] })).toBe('[余]明远')
  })

  it('are found again where the value is written otherwise than the card', () => {
    const reason: ReviewReason = { kind: 'low-confidence', characters: [5, 6] }
    expect(marked('2020-03-18', '2020.03.18', reason)).toBe('2020-[03]-18')
  })

  it('stand around a gap', () => {
    const gap: ReviewReason = { kind: 'doubt', doubt: { kind: 'gap', after: 3 } }
    expect(marked('漯河市城区', '漯河市城区', gap)).toBe('漯河[市城]区')
  })

  it('are those that another reader read otherwise', () => {
    const differ: ReviewReason = {
      kind: 'doubt',
      doubt: { kind: 'readers-differ', other: '6号楼', reader: 'wechat' },
    }
    expect(marked('8号楼', '8号楼', differ)).toBe('[8]号楼')
  })

  it('are those that look like others', () => {
    const reason: ReviewReason = { kind: 'look-alike', at: 1, character: '余', other: '佘' }
    expect(marked('李余', '李余', reason)).toBe('李[余]')
  })

  it('are those that another was put for', () => {
    const doubt = (one: Doubt): ReviewReason => ({ kind: 'doubt', doubt: one })
    expect(marked('王□明', '王?明', doubt({ kind: 'unprinted', at: [1] }))).toBe('王[□]明')
    const code = { kind: 'private-code', at: 1, character: '䶮' } as const
    expect(marked('王䶮', '王\uE863', doubt(code))).toBe('王[䶮]')
    expect(marked('买买提·艾力', '买买提 艾力', doubt({ kind: 'unsure-dot', at: 3 }))).toBe(
      '买买提[·]艾力',
    )
  })

  it('count characters beyond the basic plane as one', () => {
    const reason: ReviewReason = { kind: 'low-confidence', characters: [1] }
    expect(marked('𠮷林', '𠮷林', reason)).toBe('𠮷[林]')
  })

  it('lie over the grouped number at their places', () => {
    const value = '330106199207152847'
    const parts = markDoubtful(value, { ...nothingRead, raw: value, value }, [
      { kind: 'low-confidence', characters: [6, 17] },
    ])
    expect(overShownText(parts, groupIdNumber(value)).map(({ text }) => text)).toEqual([
      '330106 ',
      '1',
      '9920715 284 ',
      '7',
    ])
  })
})
