/** A number with the day of birth hidden; what is no mainland number keeps its ends, a short one its last two. */
export function maskedNumber(value: string): string {
  const characters = [...value]
  const { length } = characters
  const [from, to] =
    length === 18 ? [6, 14] : length >= 12 ? [4, length - 4] : [0, Math.ceil(length / 2)]
  return characters.map((one, at) => (at >= from && at < to ? '*' : one)).join('')
}
