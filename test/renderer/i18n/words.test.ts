import { describe, expect, it } from 'vitest'
import { failureKinds } from '../../../core/license/failure.ts'
import { type Finding, rules } from '../../../core/license/finding.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import { languages } from '../../../core/settings/settings.ts'
import { mediumOf, sayHindrances } from '../../../core/words/card-words.ts'
import { failureWords } from '../../../core/words/failure-words.ts'
import { findingWords, sayFinding } from '../../../core/words/finding-words.ts'
import { sayReason } from '../../../core/words/reason-words.ts'
import { fill } from '../../../core/words/said.ts'
import { sayPlace } from '../../../core/words/source-words.ts'
import { cliWords } from '../../../electron/cli/words.ts'
import { en } from '../../../renderer/i18n/en.ts'
import { createWords, languageOf } from '../../../renderer/i18n/i18n.ts'
import { zh } from '../../../renderer/i18n/zh.ts'

const slots = (text: string): string[] => (text.match(/\{+\w+\}+/g) ?? []).toSorted()
const chinese = /[\u4e00-\u9fff]/

describe('the texts of the screens', () => {
  it('are the same keys in both languages, but for the singular', () => {
    const spoken = Object.keys(en).filter((key) => !key.endsWith('_one'))
    expect(Object.keys(zh).toSorted()).toEqual(spoken.toSorted())
    for (const key of Object.keys(en).filter((one) => one.endsWith('_one')))
      expect(Object.keys(en)).toContain(key.replace(/_one$/, '_other'))
  })

  it('fill the same places', () => {
    for (const [key, text] of Object.entries(zh))
      expect([key, slots(text)]).toEqual([key, slots(Reflect.get(en, key))])
  })

  it('are in their own language', () => {
    for (const [key, text] of Object.entries(en))
      expect([key, chinese.test(text)]).toEqual([key, false])
    const same = Object.entries(zh).filter(([, text]) => !chinese.test(text))
    expect(same.map(([key]) => key).toSorted()).toEqual([
      'actualSize',
      'and',
      'appId',
      'appSecret',
      'auditTimes',
      'componentTicket',
      'fieldAction',
      'ofSecret',
      'shownOf',
    ])
  })

  it('change at run time, with the plural of each language', async () => {
    const words = await createWords('en')
    expect(words.t('verdictLook', { count: 1 })).toBe('Look at 1 place first')
    expect(words.t('verdictLook', { count: 2 })).toBe('Look at 2 places first')
    await words.changeLanguage('zh')
    expect(words.t('verdictLook', { count: 1 })).toBe('先看 1 处')
  })
})

describe('what is counted in English', () => {
  it('has a singular in every text of the screens, or a form that fits both', () => {
    const counting = Object.entries(en).filter(([, text]) => text.includes('{{count'))
    const alike = counting.filter(([key]) => !/_(?:one|other)$/.test(key))
    expect(alike.map(([key]) => key)).toEqual(['auditTimes'])
    for (const [key] of counting.filter(([one]) => one.endsWith('_other')))
      expect(Object.keys(en)).toContain(key.replace(/_other$/, '_one'))
  })

  it.each([
    ['wouldPurge', 'record read', 'records read'],
    ['purged', 'record read', 'records read'],
    ['auditSound', 'entry', 'entries'],
    ['stillWaiting', 'is still', 'are still'],
    ['resumeWith', 'is left', 'are left'],
    ['written', 'row,', 'rows,'],
    ['callsNear', 'is used', 'are used'],
  ] as const)('is one or several on the command line: %s', (key, one, several) => {
    for (const [number, words] of [
      [1, one],
      [2, several],
      [0, several],
    ] as const) {
      const values = { count: number, waiting: number, left: number, rows: number, used: number }
      expect(fill(cliWords[key].en, values)).toMatch(new RegExp(`\\b${number} .*\\b${words}`))
    }
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
    expect(inDays('1')).toBe('It expires in 1 day; it can be renewed.')
    expect(inDays('30')).toBe('It expires in 30 days; it can be renewed.')
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
      'Hard to read: there is glare, a part of the card is missing. Take a new photo where in doubt.',
    )
    expect(sayHindrances({ hindrances: [] }, 'zh')).toBe('')
    expect(mediumOf({ medium: 'print' }, 'zh')).toBeUndefined()
  })

  it('asks to check what is no print', () => {
    const advice = (medium: 'copy' | 'electronic') =>
      languages.map((language) => mediumOf({ medium }, language)?.advice)
    expect(advice('electronic')).toEqual(['请当面核验', 'check it live'])
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
        const { remedy, reason } = failureWords[kind][language]
        expect(chinese.test(remedy) && chinese.test(reason)).toBe(language === 'zh')
        expect(remedy).not.toBe(reason)
      }
  })

  it('have every rule in both languages, with the same values', () => {
    for (const rule of rules) {
      const said = findingWords[rule]
      expect([rule, chinese.test(said.zh)]).toEqual([rule, true])
      expect([rule, slots(said.en)]).toEqual([rule, slots(said.zh)])
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
