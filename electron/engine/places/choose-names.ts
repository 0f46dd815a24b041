import { plainForms } from '../../../core/license/parse/characters.ts'
import type { Draft } from '../extract/draft.ts'
import type { SeenCharacter } from '../recognize/decode-text.ts'
import type { NearName } from './check-place.ts'
import { nearNameIn, type NamedField } from './near-name.ts'

/**
 * Where a value holds a name that is none and the network itself thought of the characters of one that is, takes that
 * one; the draft tells what was read.
 */
export function chooseName(field: NamedField, draft: Draft): Draft {
  const found = nearNameIn(field, draft.value)
  if (found === undefined || draft.origin === 'derived') return draft
  const { at, near } = found
  const seen = seenIn(draft).slice(at)
  if (!isThoughtOf(near, seen)) return draft
  const { read, known } = near
  const value = draft.value.slice(0, at) + known + draft.value.slice(at + read.length)
  return { ...draft, value, chosen: { read, known, other: draft.value } }
}

function isThoughtOf({ read, known }: NearName, seen: readonly (SeenCharacter | undefined)[]) {
  return (
    read.length === known.length &&
    [...known].every(
      (character, index) =>
        character === read[index] || seen[index]?.others.some(({ text }) => text === character),
    )
  )
}

/** What was seen for each character of the value; marks and blanks that it leaves out are skipped. */
function seenIn({ value, segments }: Draft): (SeenCharacter | undefined)[] {
  const seen = segments.flatMap(({ characters }) => characters)
  let next = 0
  return [...value].map((character) => {
    const at = seen.findIndex(({ text }, index) => index >= next && plainForms(text) === character)
    if (at >= 0) next = at + 1
    return seen[at]
  })
}
