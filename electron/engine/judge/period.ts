import { usualTerms } from '../../../core/license/law.ts'
import { addYears } from '../../../core/license/parse/date.ts'
import { longTerm } from '../../../core/license/parse/valid-period.ts'
import type { Reading } from '../../../core/license/reading.ts'
import type { MainPage } from '../read/read-main-page.ts'
import { datesDraft, type Draft } from './draft.ts'

/** Both ends of the valid period, and the style of the card, which its last row tells. */
export interface PeriodDrafts {
  readonly style: Reading['style']
  readonly valid_from: Draft
  readonly valid_to: Draft
}

const dateLength = 10

/** A card of the current style says until when it is valid, one of the old style for how many years. */
export function periodDrafts({ oldPeriod, currentPeriod }: MainPage): PeriodDrafts {
  const isOld = oldPeriod.reading.score > currentPeriod.reading.score
  const whole = datesDraft(isOld ? oldPeriod : currentPeriod)
  if (whole.value === '') return { style: 'unknown', valid_from: whole, valid_to: whole }
  const start = whole.value.search(/\d/)
  const from = part(whole, start, start + dateLength)
  if (!isOld) {
    const to = part(whole, start + dateLength + '至'.length)
    return { style: 'current', valid_from: from, valid_to: to }
  }
  const term = part(whole, start + dateLength + '有效期限'.length)
  return { style: 'old', valid_from: from, valid_to: endAfter(from, term) }
}

function part(draft: Draft, start: number, end?: number): Draft {
  return {
    ...draft,
    value: draft.value.slice(start, end),
    characters: draft.characters.slice(start, end),
  }
}

/** The end is as sure as the start and the term together. */
function endAfter(from: Draft, term: Draft): Draft {
  const years = /^\d+/.exec(term.value)?.[0]
  if (years === undefined) return { ...term, value: longTerm }
  const surest = Math.min(...from.characters.map(({ confidence }) => confidence))
  return {
    ...term,
    value: addYears(from.value, Number(years)),
    characters: term.characters.map(({ text, confidence }) => ({
      text,
      confidence: Math.min(confidence, surest),
    })),
  }
}

/** Whether a license that begins on the one day and ends on the other is valid for as long as most are. */
export const isUsualTerm = (from: string, to: string): boolean =>
  usualTerms.some((years) => addYears(from, years) === to)
