import { describe, expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { zh } from '../../core/words/zh.ts'
import { readPage } from './pages.ts'

/** What Windows, Excel and WeChat write on their buttons, and what is no button. */
const ofOthers = new Set([
  '仍要运行',
  '禁止运行脚本',
  '文本',
  '自文本/CSV',
  '数据',
  '另存为',
  'Data',
  'From Text/CSV',
  'Text',
])

const plain = (label: string): string =>
  label
    .replace(/…$/, '')
    .replaceAll(/\{\{\w+\}\}/g, '')
    .trim()

function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [plain(words)]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : []
}

const labelsIn = (file: string, quotes: RegExp): string[] =>
  [...readPage(file).prose.matchAll(quotes)]
    .flatMap(([, inside = '']) => inside.split(/\s*→\s*/))
    .map(plain)
    .filter((label) => !ofOthers.has(label))

describe('what the pages for the desk quote from the window stands there', () => {
  it.each(['README.md', 'docs/desk-guide.md'])('%s', (file) => {
    const texts = textsOf(zh)
    const missing = labelsIn(file, /“([^”]+)”/g).filter(
      (label) => !texts.some((text) => text === label || text.startsWith(`${label}，`)),
    )
    expect(missing).toEqual([])
  })

  it.each(['README.en.md', 'docs/desk-guide.en.md', 'docs/records.md'])('%s', (file) => {
    const texts = new Set(textsOf(en))
    const quoted = [
      ...labelsIn(file, /(?<!\*)\*([^*\n]+)\*(?!\*)/g),
      ...labelsIn(file, /“([^”]+)”/g),
    ]
    expect(quoted.filter((label) => !texts.has(label))).toEqual([])
  })
})

describe('what the help quotes from the window stands there', () => {
  /** Without the count that stands behind it. */
  const labelOf = (text: string): string => text.replace(/ ?[（(][）)]$/, '').trim()

  it.each([
    ['Chinese', zh],
    ['English', en],
  ] as const)('in %s', (_, words) => {
    const texts = new Set(textsOf(words).map(labelOf))
    const { guide } = words.screen
    const quoted = Object.values(guide).flatMap(({ text }) =>
      [...text.matchAll(/“([^”]+)”/g)].flatMap(([, inside = '']) => inside.split(/\s*→\s*/)),
    )
    expect(quoted.length).toBeGreaterThan(20)
    expect(quoted.map(plain).filter((label) => !texts.has(label) && !ofOthers.has(label))).toEqual(
      [],
    )
  })
})

describe('what is said of a file', () => {
  const rows = readPage('docs/files.md').text.matchAll(
    /`([a-z-]+)`: ([^·|]+) · ([^|;`]+?)(?= \||;)/g,
  )
  const quoted = [...rows].map(([, kind = '', chinese = '', english = '']) => ({
    kind,
    chinese,
    english,
  }))
  const isTold = (kind: string): kind is keyof typeof en.failure => kind in en.failure

  it('is quoted in the page of files', () => {
    expect(quoted.length).toBeGreaterThan(8)
    expect(quoted.map(({ kind }) => kind).filter((kind) => !isTold(kind))).toEqual([])
  })

  it.each(quoted)('$kind is said as it is quoted', ({ kind, chinese, english }) => {
    if (!isTold(kind)) throw new Error(`nothing is said of ${kind}`)
    const [inChinese, inEnglish] = [zh.failure[kind], en.failure[kind]]
    expect([inChinese.reason, `${inChinese.reason}。${inChinese.remedy}`]).toContain(chinese)
    expect([inEnglish.reason, `${inEnglish.reason}. ${inEnglish.remedy}`]).toContain(english)
  })
})
