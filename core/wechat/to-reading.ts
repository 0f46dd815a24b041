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
import { parseTerm, parseValidTo } from '../license/parse/valid-period.ts'
import { type FieldReading, nothingRead, type Reading } from '../license/reading.ts'
import type { WeChatAnswer } from './answer.ts'

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
  const from = parseDate(answer.valid_from)
  const to = parseValidTo(answer.valid_to, from)
  const isTerm = typeof parseTerm(answer.valid_to) === 'number' && parseDate(answer.valid_to) === ''
  return {
    style: isTerm ? 'old' : 'unknown',
    image,
    medium: 'print',
    hindrances: [],
    fields: mapFields((field) =>
      field === 'valid_to'
        ? { ...fieldReading(answer.valid_to, to.to), origin: to.derived ? 'derived' : 'read' }
        : fieldReading(answer[field], parsers[field](answer[field])),
    ),
  }
}

const fieldReading = (text: string, value: string): FieldReading => ({
  ...nothingRead,
  raw: text.replace(/\p{Cc}+/gu, ' ').trim(),
  value,
  confidence: isForeign(text) ? 0 : null,
})

/** Markup, control characters and broken characters stand on no card: such a field must be looked at. */
const isForeign = (text: string): boolean => /[<>\uFFFD]|&\w+;|\p{Cc}/u.test(text)
