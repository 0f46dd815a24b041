import { noCharacter } from '../../core/license/parse/characters.ts'
import type { Doubt, FieldReading } from '../../core/license/reading.ts'
import type { ReviewReason } from '../../core/license/review.ts'

/** One stretch of a value; `doubtful` stretches are marked for the eye. */
export interface Stretch {
  readonly text: string
  readonly doubtful: boolean
}

/**
 * Marks the characters of a value that a person should compare with the image. The value is matched
 * to the characters on the card as far as both agree, since dates are written differently there.
 */
export function markDoubtful(
  value: string,
  reading: FieldReading,
  reasons: readonly ReviewReason[],
): readonly Stretch[] {
  const shown = [...value]
  const raw = [...reading.raw]
  const inRaw = doubtfulInRaw(raw, reasons)
  const partner = align(shown, raw)
  const inValue = new Set(reasons.flatMap((one) => doubtfulInValue(shown, one)))
  const flags = shown.map((_, at) => {
    const index = partner[at]
    return inValue.has(at) || (index !== undefined && inRaw.has(index))
  })
  return stretches(shown, flags)
}

/** What stands otherwise, or not at all, in the raw text. */
function doubtfulInValue(value: readonly string[], reason: ReviewReason): readonly number[] {
  if (reason.kind === 'look-alike') return [reason.at]
  const sign = reason.kind === 'doubt' ? putBy(reason.doubt) : undefined
  return value.flatMap((one, at) => (one === sign ? [at] : []))
}

function putBy(doubt: Doubt): string | undefined {
  if (doubt.kind === 'unprinted') return noCharacter
  if (doubt.kind === 'unsure-dot') return '·'
  return doubt.kind === 'private-code' ? doubt.character : undefined
}

function doubtfulInRaw(
  raw: readonly string[],
  reasons: readonly ReviewReason[],
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const reason of reasons) {
    if (reason.kind === 'low-confidence') for (const at of reason.characters) found.add(at)
    if (reason.kind !== 'doubt') continue
    const { doubt } = reason
    if (doubt.kind === 'gap') {
      found.add(Math.max(0, doubt.after - 1))
      found.add(doubt.after)
    } else if ('other' in doubt) {
      const partner = align(raw, [...doubt.other])
      raw.forEach((_, at) => {
        if (partner[at] === undefined) found.add(at)
      })
    }
  }
  return found
}

/** For each character of `left` the index of its equal in `right`, by the longest common subsequence. */
function align(left: readonly string[], right: readonly string[]): readonly (number | undefined)[] {
  const width = right.length + 1
  const best = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      best[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const partner: (number | undefined)[] = left.map(() => undefined)
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      partner[i] = j
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return partner
}

function stretches(characters: readonly string[], flags: readonly boolean[]): readonly Stretch[] {
  const found: { text: string; doubtful: boolean }[] = []
  characters.forEach((text, at) => {
    const doubtful = flags[at] ?? false
    const last = found.at(-1)
    if (last?.doubtful === doubtful) last.text += text
    else found.push({ text, doubtful })
  })
  return found
}

/** The same stretches over the text as it is shown, which has gaps that the value has not. */
export function overShownText(parts: readonly Stretch[], shown: string): readonly Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const part of parts) {
    const to = parts.at(-1) === part ? shown.length : behind(shown, from, part.text)
    found.push({ text: shown.slice(from, to), doubtful: part.doubtful })
    from = to
  }
  return found
}

/** Where `text` ends in `shown`, with the gaps behind its characters. */
function behind(shown: string, from: number, text: string): number {
  let at = from
  for (const character of text) {
    const rest = shown.slice(at + character.length)
    const gap = text.includes(' ') ? 0 : rest.length - rest.trimStart().length
    at += character.length + gap
  }
  return at
}
