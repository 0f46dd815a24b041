import { unreachable } from '../result.ts'
import type { FieldName } from './field.ts'
import { parseCarClass } from './parse/car-class.ts'
import { parseDate } from './parse/date.ts'
import { parseIdNumber } from './parse/id-number.ts'
import { parseAddress, parseName, parseNationality, parseSeal, parseSex } from './parse/text.ts'
import { parseTerm, parseValidPeriod, longTerm } from './parse/valid-period.ts'

/** What is printed before the values, and which fields it belongs to. */
const labels: readonly (readonly [text: string, ...fields: readonly FieldName[]])[] = [
  ["Driving License of the People's Republic of China"],
  ['中华人民共和国机动车驾驶证'],
  ['初次领证日期', 'issue_date'],
  ['Date of First Issue', 'issue_date'],
  ['有效起始日期', 'valid_from'],
  ['有效期限', 'valid_from', 'valid_to'],
  ['Valid Period', 'valid_from', 'valid_to'],
  ['Valid From', 'valid_from'],
  ['Valid For', 'valid_to'],
  ['出生日期', 'birth_date'],
  ['Date of Birth', 'birth_date'],
  ['准驾车型', 'car_class'],
  ['Nationality', 'nationality'],
  ['国籍', 'nationality'],
  ['Address', 'address'],
  ['住址', 'address'],
  ['姓名', 'name'],
  ['Name', 'name'],
  ['性别', 'sex'],
  ['Sex', 'sex'],
  ['Class', 'car_class'],
  ['证号', 'id_num'],
]

const anyLabel = new RegExp(
  labels.map(([text]) => text.replaceAll(' ', String.raw`\s*`)).join('|'),
  'giu',
)

interface Part {
  /** Whose label stands before it; none before the first label of a line. */
  readonly fields: readonly FieldName[]
  readonly text: string
}

/**
 * What a line of text anywhere on a card says of one field, in the form in which the field is kept; `''` when it says
 * nothing. Printed labels, and what belongs to others, are left out.
 */
export function valueInLine(field: FieldName, line: string): string {
  const parts = partsOf(line)
  const own = parts.find(({ fields }) => fields.includes(field))
  const plain = parts.find(({ fields, text }) => fields.length === 0 && text !== '')
  return valueOf(field, (own ?? plain ?? parts[0])?.text ?? '')
}

function partsOf(line: string): readonly Part[] {
  const found = [...line.matchAll(anyLabel)]
  const parts: Part[] = [{ fields: [], text: line.slice(0, found[0]?.index ?? line.length).trim() }]
  for (const [at, match] of found.entries()) {
    const end = found[at + 1]?.index ?? line.length
    const fields = fieldsOf(match[0])
    const text = line
      .slice(match.index + match[0].length, end)
      .replace(/^[\s:：]+/, '')
      .trim()
    parts.push({ fields, text })
  }
  return parts.filter(({ text }) => text !== '')
}

function fieldsOf(label: string): readonly FieldName[] {
  const plain = label.replaceAll(/\s/g, '').toLowerCase()
  const [, ...fields] =
    labels.find(([text]) => text.replaceAll(/\s/g, '').toLowerCase() === plain) ?? []
  return fields
}

function valueOf(field: FieldName, text: string): string {
  switch (field) {
    case 'id_num':
      return parseIdNumber(/[\dOoIlXx×\s]{15,}/.exec(text)?.[0] ?? text)
    case 'name':
      return parseName(text)
    case 'sex':
      return parseSex(text)
    case 'nationality':
      return parseNationality(text)
    case 'address':
      return parseAddress(text)
    case 'official_seal':
      return parseSeal(text)
    case 'birth_date':
    case 'issue_date':
      return parseDate(text)
    case 'valid_from':
      return parseValidPeriod(text).from
    case 'valid_to':
      return (
        parseValidPeriod(text).to ||
        parseDate(text) ||
        (parseTerm(text) === longTerm ? longTerm : '')
      )
    case 'car_class':
      return parseCarClass(text.toUpperCase())
    default:
      return unreachable(field)
  }
}
