import { leastPassphrase } from '../../core/ipc/lock.ts'

/** Without what is easily mistaken when written by hand: 0 O, 1 I L, 5 S, 2 Z, 8 B. */
const letters = 'ACDEFGHJKMNPQRTUVWXY34679'
const blocks = 5
const blockLength = 5

/**
 * A passphrase that nobody can guess, easy to copy by hand.
 * @param random evenly distributed bytes, as many as asked for
 */
export function makePassphrase(random: (count: number) => Uint8Array): string {
  const wanted = blocks * blockLength
  const even = letters.length * Math.floor(256 / letters.length)
  let text = ''
  while (text.length < wanted)
    for (const byte of random(wanted))
      if (byte < even && text.length < wanted) text += letters[byte % letters.length]
  return (text.match(/.{5}/g) ?? []).join('-')
}

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** How hard a passphrase is to guess for a patient program; rough, as a hint to a person. */
export function strengthOf(text: string): Strength {
  const characters = [...text]
  if (characters.length < leastPassphrase) return 'short'
  const different = new Set(characters.map((character) => character.toLowerCase())).size
  const bits = Math.min(
    characters.length * Math.log2(alphabetOf(text)),
    // A few characters again and again are no long passphrase.
    different * 8,
  )
  if (bits < 50 || isRun(characters)) return 'weak'
  return bits < 75 ? 'fair' : 'strong'
}

function alphabetOf(text: string): number {
  const sizes = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[\u4e00-\u9fff]/, 2000],
    [/[^\w\u4e00-\u9fff]/, 20],
  ] as const
  return Math.max(
    2,
    sizes.reduce((sum, [pattern, size]) => (pattern.test(text) ? sum + size : sum), 0),
  )
}

/** Characters that follow each other, such as `abcdefghij` or `9876543210`. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters
    .slice(1)
    .map((character, at) => (character.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0))
  const plain = steps.filter((step) => Math.abs(step) <= 1).length
  return plain > characters.length * 0.7
}
