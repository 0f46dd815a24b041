import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fieldNames, mapFields } from '../../../core/license/field.ts'
import type { WeChatFields } from './wechat.ts'

/** Fields that must agree before two readings are of one card; nobody shares as many with somebody else. */
const enough = 4

/** What really stands on the card of which this is a reading; nothing where it is on none of them. */
export function truthOf(
  reading: WeChatFields,
  truths: readonly WeChatFields[],
): WeChatFields | undefined {
  const alike = (truth: WeChatFields): number =>
    telling.filter((field) => (reading[field] ?? '') !== '' && reading[field] === truth[field])
      .length
  const [nearest] = truths.toSorted((one, other) => alike(other) - alike(one))
  return nearest !== undefined && alike(nearest) >= enough ? nearest : undefined
}

/** Without sex and nationality, which half of all people share. */
const telling = fieldNames.filter((field) => field !== 'sex' && field !== 'nationality')

const person = z.partialRecord(z.enum(fieldNames), z.string().nullable())

/** The people in a `truth.json` as `test/fixtures/draw.ts` writes it: one of each picture, or a list. */
export function readTruth(file: string): readonly WeChatFields[] {
  const all = z
    .record(z.string(), z.union([person, z.array(person)]))
    .parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.values(all)
    .flat()
    .map((one) => mapFields((field) => one[field] ?? ''))
}
