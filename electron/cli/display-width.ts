const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

const widthOfOne = (grapheme: string): number =>
  invisible.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1

/** How many columns a text takes on a terminal: Chinese characters, full-width signs and emoji take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOfOne(segment)
  return width
}

/** Fills a text with spaces up to `width` columns. */
export const padColumns = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Cuts the middle out of a text that takes more than `width` columns: both ends of a file name matter. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment)
  const half = Math.floor((width - 1) / 2)
  return `${begin(parts, width - 1 - half)}…${begin(parts.toReversed(), half, true)}`
}

function begin(parts: readonly string[], width: number, isReversed = false): string {
  const kept: string[] = []
  let left = width
  for (const part of parts) {
    left -= widthOfOne(part)
    if (left < 0) break
    kept.push(part)
  }
  return (isReversed ? kept.toReversed() : kept).join('')
}

/** Joined emoji, or what a terminal obeys or does not show: control characters, line ends, marks of direction and the like. */
const unprintable =
  /(\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)*\u200d(?=\p{Extended_Pictographic}))|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Shows what a name may hold to forge a row or to look like another, instead of letting the terminal obey it. */
export const printable = (text: string): string =>
  text.replaceAll(unprintable, (_, joined?: string) => joined ?? '�')
