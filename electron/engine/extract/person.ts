import { parseName, parseNationality, parseSex } from '../../../core/license/parse/text.ts'
import { plainForms } from '../../../core/license/parse/characters.ts'
import { type Draft, joined, notFound, readFrom } from './draft.ts'
import { type Layout, toRightOf } from './layout.ts'
import { narrow } from './segment.ts'
import { surer } from './surer.ts'

export function extractName(layout: Layout): Draft {
  const beside = toRightOf(layout, '姓名', { before: '性别', tolerance: 0.72 })
  return readFrom(
    parseName(beside.map(({ text }) => text).join(' ')),
    ...beside.map((segment) => surer(segment, asDot)),
  )
}

/** A dot between names is the same however high it stands. */
const asDot = (text: string): string => (/^[·.]$/.test(plainForms(text)) ? '·' : text)

export function extractSex(layout: Layout): Draft {
  const beside = toRightOf(layout, '性别', { before: '国籍', tolerance: 0.75 })
  const found = beside.find(({ text }) => parseSex(text) !== '')
  if (found !== undefined) {
    const at = found.text.search(/[男女]/)
    return readFrom(parseSex(found.text), narrow(found, at, at + 1))
  }
  const alone = layout.values.find(({ text }) => text.length < 3 && parseSex(text) !== '')
  return alone === undefined ? notFound : readFrom(parseSex(alone.text), alone)
}

export function extractNationality(layout: Layout): Draft {
  const beside = toRightOf(layout, '国籍', { tolerance: 0.7 })
  const value = parseNationality(joined(beside))
  if (value !== '') return readFrom(value, ...beside)
  const alone = layout.values.find(({ text }) => text === '中国')
  return alone === undefined ? notFound : readFrom(alone.text, alone)
}
