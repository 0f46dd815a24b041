/** With more places than this at which two texts differ they are not two readings of one. */
const mostPlaces = 4

/** Every text that says at each place where two differ what the one says or what the other does. */
export function crossings(one: string, other: string): string[] {
  const parts = partsOf([...one], [...other])
  if (parts.filter((choices) => choices.length > 1).length > mostPlaces) return [one, other]
  return parts.reduce<string[]>(
    (texts, choices) => texts.flatMap((text) => choices.map((choice) => text + choice)),
    [''],
  )
}

/** What both say as one choice, what they say differently as two, in turns. */
function partsOf(one: readonly string[], other: readonly string[]): string[][] {
  // The length of what is common from two places on.
  const common = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  )
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i]![j] =
        one[i] === other[j]
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const parts: string[][] = []
  let [i, j, own, theirs] = [0, 0, '', '']
  const close = (): void => {
    if (own !== theirs) parts.push([own, theirs])
    ;[own, theirs] = ['', '']
  }
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      close()
      parts.push([one[i]!])
      i += 1
      j += 1
    } else if (j >= other.length || (i < one.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      own += one[i++]!
    else theirs += other[j++]!
  }
  close()
  return parts
}
