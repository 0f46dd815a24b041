import { type FieldName, mapFields } from '../license/field.ts'
import { parseCarClass } from '../license/parse/car-class.ts'
import { parseDate } from '../license/parse/date.ts'
import { parseIdNumber } from '../license/parse/id-number.ts'
import {
  parseAddress,
  parseName,
  parseNationality,
  parseSeal,
  parseSex,
} from '../license/parse/text.ts'
import { noCharacter } from '../license/parse/characters.ts'
import { parseTerm, parseValidTo } from '../license/parse/valid-period.ts'
import { type FieldReading, nothingRead, type Reading } from '../license/reading.ts'
import type { WeChatAnswer } from './answer.ts'
import { type Deciphered, decipher, withDots } from './decipher.ts'

type Parse = (text: string) => string

const parsers: Readonly<Record<Exclude<FieldName, 'valid_to'>, Parse>> = {
  id_num: parseIdNumber,
  name: parseName,
  sex: parseSex,
  nationality: parseNationality,
  address: parseAddress,
  birth_date: parseDate,
  issue_date: parseDate,
  car_class: parseCarClass,
  valid_from: parseDate,
  official_seal: parseSeal,
}

/**
 * An answer as a reading: WeChat gives neither confidence nor places.
 * @param image the upright image that was sent
 */
export function toReading(answer: WeChatAnswer, image: Reading['image']): Reading {
  const from = parseDate(decipher(answer.valid_from).text)
  const end = decipher(answer.valid_to).text
  const to = parseValidTo(end, from)
  const isTerm = typeof parseTerm(end) === 'number' && parseDate(end) === ''
  return {
    style: isTerm ? 'old' : 'unknown',
    image,
    medium: 'print',
    hindrances: [],
    fields: mapFields((field) =>
      field === 'valid_to'
        ? {
            ...fieldReading(answer.valid_to, decipher, () => to.to),
            origin: to.derived ? 'derived' : 'read',
          }
        : fieldReading(
            answer[field],
            field === 'name' ? (raw) => withDots(decipher(raw)) : decipher,
            keepsNoGap.has(field) ? parsers[field] : aroundGaps(parsers[field]),
          ),
    ),
  }
}

function fieldReading(
  given: string,
  look: (raw: string) => Deciphered,
  parse: Parse,
): FieldReading {
  const raw = given.replace(/\p{Cc}+/gu, ' ').trim()
  const { text, doubts } = look(raw)
  return {
    ...nothingRead,
    raw,
    value: parse(text),
    confidence: isForeign(given) ? 0 : null,
    doubts: [...doubts],
  }
}

/** A date, or 男 or 女, is there or not: a place without a character is no part of it. */
const keepsNoGap: ReadonlySet<FieldName> = new Set([
  'sex',
  'birth_date',
  'issue_date',
  'valid_from',
])

/** Parses what stands around the places without a character, and keeps those; `''` where nothing else stands. */
const aroundGaps =
  (parse: Parse): Parse =>
  (text) => {
    const parts = text.split(noCharacter).map(parse)
    return parts.every((part) => part === '') ? '' : parts.join(noCharacter)
  }

/** Markup and control characters stand on no card: such a field must be looked at. */
const isForeign = (text: string): boolean => /[<>]|&#?\w+;|\p{Cc}/u.test(text)
