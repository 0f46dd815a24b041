/** What the recognition network says of one line: for every step along it, how likely each class is. */
export interface LineScores {
  /** Steps × classes, class 0 the blank of CTC. */
  readonly data: Float32Array
  readonly classes: number
  /** Steps that the line itself fills, not the padding of its batch. */
  readonly steps: number
}

/** Lines one after the other, as if they stood in one, a blank between each two. */
export function joinScores(lines: readonly LineScores[]): LineScores {
  const classes = lines[0]?.classes ?? 0
  const between = Math.max(0, lines.length - 1)
  const steps = lines.reduce((sum, line) => sum + line.steps, between)
  const data = new Float32Array(steps * classes)
  let at = 0
  for (const line of lines) {
    if (at > 0) {
      data[at] = 1
      at += classes
    }
    data.set(line.data, at)
    at += line.data.length
  }
  return { data, classes, steps }
}
