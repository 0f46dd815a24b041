/** Characters of a passphrase, at least. */
const leastPassphrase = 10

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

/** Whether a new one is taken: who has the files can try as many as time allows. */
export function isStrongEnough(text: string): boolean {
  const strength = strengthOf(text)
  return strength === 'fair' || strength === 'strong'
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
