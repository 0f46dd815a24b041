import type { FieldName } from '../../../core/license/field.ts'
import { birthDateOf, isSoundIdNumber, sexOf } from '../../../core/license/parse/id-number.ts'
import type { Draft, DraftCharacter } from './draft.ts'
import { isUsualTerm } from './period.ts'

type Drafts = Readonly<Record<FieldName, Draft>>

/** One in so many numbers that were misread has a check character that fits. */
const checkCharacters = 11

/**
 * Fields that say the same at two places of the card make each other surer, as two witnesses do; none is changed.
 * A check character that fits makes every digit of a number surer.
 */
export function vouch(drafts: Drafts): Drafts {
  const { id_num, sex, birth_date, issue_date, valid_from, valid_to } = drafts
  if (!isSoundIdNumber(id_num.value)) return vouchDates(drafts, issue_date, valid_from, valid_to)
  const checked = id_num.characters.map((one) => surer(one, 1 - 1 / checkCharacters))
  const born = birthDateOf(id_num.value) === birth_date.value
  const digits = birth_date.characters.filter(({ text }) => text !== '-')
  const number = born
    ? checked.map((one, at) => (at >= 6 && at < 14 ? surer(one, digits[at - 6]?.confidence) : one))
    : checked
  const birth = born ? witnessed(birth_date, checked.slice(6, 14)) : birth_date
  const isSame = sexOf(id_num.value) === sex.value
  return {
    ...vouchDates(drafts, issue_date, valid_from, valid_to),
    id_num: { ...id_num, characters: number },
    birth_date: birth,
    sex: isSame ? { ...sex, characters: sex.characters.map((one) => surer(one, 0.5)) } : sex,
  }
}

/** A license begins on the day of the year of its first issue, and ends on it too. */
function vouchDates(drafts: Drafts, issue: Draft, from: Draft, to: Draft): Drafts {
  const ends = isUsualTerm(from.value, to.value)
  const begins = issue.value !== '' && issue.value.slice(4) === from.value.slice(4)
  const day = (draft: Draft): readonly DraftCharacter[] => draft.characters.slice(5)
  const isWhole = to.characters.length === from.characters.length
  return {
    ...drafts,
    issue_date: begins ? onDay(issue, day(from)) : issue,
    valid_from:
      ends && isWhole ? witnessed(from, numeralsOf(to)) : begins ? onDay(from, day(issue)) : from,
    valid_to: ends && isWhole ? witnessed(to, numeralsOf(from)) : to,
  }
}

const numeralsOf = ({ characters }: Draft): readonly DraftCharacter[] =>
  characters.filter(({ text }) => text !== '-')

/** A date of whose digits each has a witness. */
function witnessed(date: Draft, witnesses: readonly DraftCharacter[]): Draft {
  let at = 0
  return {
    ...date,
    characters: date.characters.map((one) =>
      one.text === '-' ? one : surer(one, witnesses[at++]?.confidence),
    ),
  }
}

const onDay = (date: Draft, witnesses: readonly DraftCharacter[]): Draft => ({
  ...date,
  characters: date.characters.map((one, at) =>
    at < 5 ? one : surer(one, witnesses[at - 5]?.confidence),
  ),
})

const surer = (one: DraftCharacter, witness = 0): DraftCharacter => ({
  ...one,
  confidence: 1 - (1 - one.confidence) * (1 - witness),
})
