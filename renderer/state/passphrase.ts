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
