import { unreachable } from '../result.ts'
import type { RecordMatch, RecordOrder } from './query.ts'

const collator = new Intl.Collator('zh-u-co-pinyin')

/** Sorts the newest first; what was read in the same moment stays in its order. */
export const byReadAt = (
  one: Pick<RecordMatch, 'readAt'>,
  other: Pick<RecordMatch, 'readAt'>,
): number => compare(other.readAt, one.readAt)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** @param matches the newest first */
export function inOrder(
  matches: readonly RecordMatch[],
  order: RecordOrder,
): readonly RecordMatch[] {
  switch (order) {
    case 'newest':
      return matches
    case 'oldest':
      return matches.toReversed()
    case 'name':
      return byText(matches, ({ name }) => name)
    case 'number':
      return matches.toSorted((one, other) => compare(behind(one.idNumber), behind(other.idNumber)))
    case 'expiry':
      return matches.toSorted((one, other) => compare(behind(one.validTo), behind(other.validTo)))
    default:
      return unreachable(order)
  }
}

/** What is empty comes last, and `长期` after every date. */
const behind = (text: string): string => (text === '' ? '\u{10FFFF}' : text)

/**
 * By the sound of each Chinese character. To compare 100,000 names with a collator takes seconds; ranks of the few
 * thousand characters that are in them are found in milliseconds.
 */
export function byText<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly Item[] {
  const characters = [...new Set(items.flatMap((item) => [...textOf(item)]))]
  const ranks = new Map(
    characters.toSorted(collator.compare).map((character, rank) => [character, rank]),
  )
  const keyOf = (text: string): string =>
    text === ''
      ? '\uFFFF'
      : [...text].map((one) => String.fromCharCode(ranks.get(one) ?? 0)).join('')
  return items
    .map((item) => ({ item, key: keyOf(textOf(item)) }))
    .toSorted((one, other) => compare(one.key, other.key))
    .map(({ item }) => item)
}
