/** One character as the network saw it. */
export interface SeenCharacter {
  readonly text: string
  /** 0..1 */
  readonly confidence: number
  /** Where its middle lies along the line: 0 = start, 1 = end. */
  readonly at: number
}

/**
 * Greedy CTC decoding of one line: the likeliest class per step, repeats merged, blanks dropped.
 * @param scores steps × classes probabilities of this line
 * @param characters text of each class, class 0 the blank
 * @param filled how much of the steps the line fills; the rest is padding of the batch
 */
export function decodeText(
  scores: Float32Array,
  classes: number,
  characters: readonly string[],
  filled: number,
): SeenCharacter[] {
  const steps = scores.length / classes
  const seen: SeenCharacter[] = []
  let previous = 0
  let first = 0
  for (let step = 0; step <= steps; step++) {
    const [best, confidence] = step < steps ? strongest(scores, step * classes, classes) : [0, 0]
    if (best !== previous) first = step
    if (best !== 0) {
      const character = {
        text: characters[best] ?? '',
        confidence,
        at: Math.min(1, ((first + step) / 2 + 0.5) / steps / filled),
      }
      const last = seen.at(-1)
      if (best !== previous || last === undefined) seen.push(character)
      else
        seen[seen.length - 1] = { ...character, confidence: Math.max(last.confidence, confidence) }
    }
    previous = best
  }
  return seen
}

function strongest(
  scores: Float32Array,
  from: number,
  classes: number,
): [index: number, value: number] {
  let index = 0
  let value = scores[from]!
  for (let candidate = 1; candidate < classes; candidate++) {
    const score = scores[from + candidate]!
    if (score > value) {
      value = score
      index = candidate
    }
  }
  return [index, value]
}
