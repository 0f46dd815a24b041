import type { FieldName } from '../../core/license/field.ts'
import { noCharacter } from '../../core/license/parse/characters.ts'
import type { ReviewReason } from '../../core/license/review.ts'
import { normalizeTyped } from './normalize-typed.ts'

/** What else the field may hold by this reason, ready to be taken over; null when there is no other reading. */
export function suggestionFor(
  field: FieldName,
  value: string,
  reason: ReviewReason,
): string | null {
  const other = otherReading(field, value, reason)
  const isWhole = other !== null && other !== '' && !other.includes(noCharacter)
  return isWhole && other !== value ? other : null
}

function otherReading(field: FieldName, value: string, reason: ReviewReason): string | null {
  if (reason.kind === 'look-alike') {
    const characters = [...value]
    if (characters[reason.at] !== reason.character) return null
    return characters.with(reason.at, reason.other).join('')
  }
  if (reason.kind !== 'doubt' || !('other' in reason.doubt)) return null
  return normalizeTyped(field, reason.doubt.other)
}
