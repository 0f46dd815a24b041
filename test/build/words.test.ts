import { describe, expect, it } from 'vitest'
import { tableOf, type Texts } from '../../build/words/table.ts'
import { troublesOf } from '../../build/words/troubles.ts'
import { usedIn } from '../../build/words/used-keys.ts'

const english: Texts = {
  screen: { title: 'Title', seen_one: '{{count}} seen', seen_other: '{{count}} seen' },
  failure: { empty: { reason: 'Nothing in {{file}}' }, damaged: { reason: '{{file}} is cut off' } },
}
const chinese: Texts = {
  screen: { title: '标题', seen_other: '看了 {{count}} 个' },
  failure: { empty: { reason: '{{file}} 是空的' }, damaged: { reason: '{{file}} 不完整' } },
}
const view = "t('title'); t('seen', { count }); wordsIn(language)(`failure:${kind}.reason`)"

const troubles = (zh: Texts, en: Texts = english, source = view): readonly string[] =>
  troublesOf({
    zh: tableOf(zh),
    en: tableOf(en),
    used: new Map([['renderer/view.tsx', usedIn('renderer/view.tsx', source)]]),
  })

describe('the words', () => {
  it('are all well where both languages say what is asked for', () => {
    expect(troubles(chinese)).toEqual([])
  })

  it('are refused where a text is missing in either language', () => {
    const failure = { empty: { reason: '{{file}} 是空的' } }
    expect(troubles({ ...chinese, failure })).toEqual([
      'failure:damaged.reason: missing in Chinese',
    ])
    expect(troubles({ ...chinese, screen: { title: '标题' } })).toEqual([
      'screen:seen_other: missing in Chinese',
    ])
    const screen = { title: 'Title', seen_other: '{{count}} seen' }
    expect(troubles(chinese, { ...english, screen })).toEqual([
      'screen:seen_one: missing in English',
    ])
    expect(troubles(chinese, { ...english, failure: { empty: english['failure'] ?? '' } })).toEqual(
      expect.arrayContaining([
        'failure:empty.reason: missing in English',
        'failure:damaged.reason: missing in English',
      ]),
    )
  })

  it('are refused where nothing asks for a text, though one of the same end is asked for elsewhere', () => {
    const spare = { ...english, window: { title: 'Title' } }
    expect(troubles({ ...chinese, window: { title: '标题' } }, spare)).toEqual([
      'window:title: unused',
    ])
    const asking = `${view}; words('window:title')`
    expect(troubles({ ...chinese, window: { title: '标题' } }, spare, asking)).toEqual([])
  })

  it.each([
    ['a name of a file', "import a from 'title'"],
    ['a type', "type A = 'title'"],
    ['what is compared with', "if (a === 'title') b()"],
    ['a case', "switch (a) { case 'title': }"],
    ['a property', "const a = { 'title': styles['title'] }"],
    ['a remark', "// t('title')"],
    ['an attribute', 'const a = <A name="title" />'],
  ])('are not taken for used in %s', (_, source) => {
    const other = view.replace("t('title')", '')
    expect(troubles(chinese, english, `${source}\n${other}`)).toEqual(['screen:title: unused'])
  })

  it('are refused where the languages fill other places', () => {
    const damaged = { reason: '{{file}} 不完整' }
    const failure = { damaged, empty: { reason: '{{path}} 是空的' } }
    expect(troubles({ ...chinese, failure })).toEqual([
      'failure:empty.reason: other places to fill in Chinese than in English',
    ])
  })

  it('may leave the number out of the singular, and nothing else', () => {
    const seen = (one: string): Texts => ({
      ...english,
      screen: { title: 'Title', seen_one: one, seen_other: '{{count}} of {{name}} seen' },
    })
    const zh = { ...chinese, screen: { title: '标题', seen_other: '{{name}} 的 {{count}} 个' } }
    expect(troubles(zh, seen('one of {{name}} seen'))).toEqual([])
    expect(troubles(zh, seen('{{count}} seen'))).toEqual([
      'screen:seen_one: other places to fill in Chinese than in English',
    ])
  })

  it('are refused where one is empty in either language', () => {
    const screen = { title: '', seen_other: '看了 {{count}} 个' }
    expect(troubles({ ...chinese, screen })).toEqual(['screen:title: empty in Chinese'])
    const blank = { title: '', seen_one: '{{count}} seen', seen_other: '{{count}} seen' }
    expect(troubles(chinese, { ...english, screen: blank })).toEqual([
      'screen:title: empty in English',
    ])
  })
})
