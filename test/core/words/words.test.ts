import { describe, expect, it } from 'vitest'
import { failureKinds } from '../../../core/license/failure.ts'
import { type Finding, rules } from '../../../core/license/finding.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import { languages } from '../../../core/settings/settings.ts'
import { languageOf } from '../../../core/words/language-of.ts'
import { adviceOf } from '../../../core/words/say-advice.ts'
import { sayHindrances, sayMedium } from '../../../core/words/say-card.ts'
import { sayFinding } from '../../../core/words/say-finding.ts'
import { sayReason } from '../../../core/words/say-reason.ts'
import { sayPlace } from '../../../core/words/say-source.ts'
import { createWords, sayWith, wordsIn } from '../../../core/words/words.ts'

const chinese = /[\u4e00-\u9fff]/

describe('what is said', () => {
  it('changes its language at run time, with the plural of each', async () => {
    const words = createWords('en')
    expect(words.t('verdictLook', { count: 1 })).toBe('Check 1 place first')
    expect(words.t('verdictLook', { count: 2 })).toBe('Check 2 places first')
    await words.changeLanguage('zh')
    expect(words.t('verdictLook', { count: 1 })).toBe('先看 1 处')
  })

  it('stays in its language where it was asked for in one', async () => {
    await createWords('en').changeLanguage('zh')
    expect(wordsIn('en')('command:nothingOnList')).toBe('The list is empty')
  })

  it.each(['{{path}}', '$t(appName)', '$&', '<b>', '{{value}}'])(
    'repeats what it is given to the letter: %s',
    (value) => {
      expect(wordsIn('en')('command:wrongCommand', { value })).toContain(`“${value}”`)
      expect(sayWith('zh', 'command:wrongCommand', { value })).toContain(`“${value}”`)
    },
  )
})

describe('what is counted in English', () => {
  it.each([
    ['command:wouldPurge', 'record read', 'records read'],
    ['command:purged', 'record read', 'records read'],
    ['command:auditSound', 'entry', 'entries'],
    ['command:stillWaiting', 'image is still', 'images are still'],
    ['command:resumeWith', 'image is left', 'images are left'],
    ['command:written', 'row,', 'rows,'],
    ['command:callsNear', 'is used', 'are used'],
  ] as const)('is one or several: %s', (key, one, several) => {
    for (const [count, words] of [
      [1, one],
      [2, several],
      [0, several],
    ] as const)
      expect(sayWith('en', key, { count })).toMatch(new RegExp(`\\b${count}\\b.*\\b${words}`))
  })

  it('is one day or several until a license expires', () => {
    const finding: Finding = {
      field: 'valid_to',
      comparedWith: [],
      rule: 'expires-soon',
      severity: 'note',
      values: {},
    }
    const inDays = (days: string) => sayFinding({ ...finding, values: { days } }, 'en')
    expect(inDays('1')).toBe('It expires in 1 day and can be renewed now.')
    expect(inDays('30')).toBe('It expires in 30 days and can be renewed now.')
  })
})

describe('what is said of a card', () => {
  const glare = { kind: 'glare' } as const
  const hindrances = [glare, { kind: 'cut-off' } as const, glare]

  it('names each thing that made it hard to read once, and nothing of a plain print', () => {
    expect(sayHindrances({ hindrances }, 'zh')).toBe(
      '这张不好读：有反光、证件没有拍全。有疑问请重拍。',
    )
    expect(sayHindrances({ hindrances }, 'en')).toBe(
      'Hard to read: there is glare, part of the card is missing. Take a new photo if in doubt.',
    )
    expect(sayHindrances({ hindrances: [] }, 'zh')).toBe('')
    expect(sayMedium({ medium: 'print' }, 'zh')).toBeUndefined()
  })

  it('asks to check what is no print', () => {
    const advice = (medium: 'copy' | 'electronic') =>
      languages.map((language) => sayMedium({ medium }, language)?.advice)
    expect(advice('electronic')).toEqual([
      '请当面核验',
      'have the customer open it in front of you',
    ])
    expect(advice('copy')).toEqual(['请核对原件', 'check the original'])
  })

  it('says which of several it is', () => {
    expect(sayPlace({ place: { index: 2, of: 4 } })).toBe('2/4')
    expect([sayPlace({ place: { index: 1, of: 1 } }), sayPlace({})]).toEqual(['', ''])
  })
})

describe('the language', () => {
  it.each([
    ['system', ['zh-TW', 'en'], 'zh'],
    ['system', ['en-GB', 'zh-CN'], 'en'],
    ['system', ['ja-JP', 'zh-CN'], 'zh'],
    ['system', ['ja-JP'], 'en'],
    ['zh', ['en-US'], 'zh'],
    ['en', ['zh-CN'], 'en'],
  ] as const)('%s on a system of %j is %s', (set, system, language) => {
    expect(languageOf(set, system)).toBe(language)
  })
})

describe('the sentences for failures and findings', () => {
  it('say what to do and why, for every kind', () => {
    for (const kind of failureKinds)
      for (const language of languages) {
        const { remedy, reason } = adviceOf(kind, language)
        expect(chinese.test(remedy) && chinese.test(reason)).toBe(language === 'zh')
        expect(remedy).not.toBe(reason)
      }
  })

  it('have every rule in both languages', () => {
    for (const rule of rules)
      for (const language of languages) {
        const said = sayWith(language, `finding:${rule}`, { count: 2 })
        expect([rule, chinese.test(said.replace('男 or 女', ''))]).toEqual([
          rule,
          language === 'zh',
        ])
      }
  })

  it('put the values in', () => {
    const finding = {
      field: 'id_num',
      comparedWith: [],
      rule: 'id-checksum',
      severity: 'error',
      values: { expected: 'X' },
    } as const
    expect(sayFinding(finding, 'zh')).toBe('校验不符：按前 17 位，末位应为 X。')
  })

  it('name the characters in question', () => {
    const say = (characters: number[]) =>
      sayReason({ kind: 'low-confidence', characters }, '余明远', 'zh')
    expect(say([0, 2])).toBe('“余”“远”没看清，请对照上面的原图。')
    expect(say([])).toBe('有些字没看清，请对照上面的原图。')
    const gap = { kind: 'doubt', doubt: { kind: 'gap', after: 2 } } as const
    expect(sayReason(gap, '余明远', 'en')).toContain('“明”')
  })

  it('name what WeChat gave, and what was put for it', () => {
    const say = (doubt: Doubt, raw: string) => sayReason({ kind: 'doubt', doubt }, raw, 'zh')
    expect(say({ kind: 'unprinted', at: [1] }, '王?明')).toContain('写成了“?”')
    expect(say({ kind: 'unprinted', at: [1] }, '王\uE000明')).toContain('写成了“□”')
    expect(say({ kind: 'private-code', at: 0, character: '䶮' }, '\uE863')).toContain('“䶮”')
    expect(say({ kind: 'unsure-dot', at: 1 }, '甲－乙')).toContain('是“－”')
    expect(say({ kind: 'unsure-dot', at: 1 }, '甲 乙')).toContain('空格')
  })

  it('name the place that comes near, where one does', () => {
    const say = (known: string) =>
      sayReason(
        { kind: 'doubt', doubt: { kind: 'near-name', read: '临沐县', known, other: known } },
        '临沐县',
        'zh',
      )
    expect(say('临沭县')).toContain('可能是“临沭县”')
    expect(say('')).toBe('没见过“临沐县”这样的名称，请对照上面的原图。')
  })
})
