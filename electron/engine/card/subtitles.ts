import type { TextBox } from '../detect/text-boxes.ts'

/** A subtitle is lower than the line it stands under, and than the usual line, by at least this share. */
const lower = 0.82
/** It is hardly longer than that line. */
const longer = 1.35
/** That line is a label: in heights of it, longer ones are addresses, whose second row may be low. */
const longestLabel = 7.5
/** A line of a single character looks low, too: a subtitle is longer than high by this. */
const leastLength = 1.4

/** The boxes of a level card without the English words under its labels: small ones that begin where a short one does. */
export function withoutSubtitles(boxes: readonly TextBox[]): TextBox[] {
  const heights = boxes.map(({ height }) => height).toSorted((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  return boxes.filter((box) => {
    const isSmall = box.height < lower * usual && box.width > leastLength * box.height
    return !isSmall || !boxes.some((above) => isSubtitleOf(box, above))
  })
}

function isSubtitleOf(box: TextBox, above: TextBox): boolean {
  const down = box.centerY - above.centerY
  return (
    box.height < lower * above.height &&
    box.width < longer * above.width &&
    above.width < longestLabel * above.height &&
    Math.abs(leftOf(box) - leftOf(above)) < above.height &&
    down > 0.5 * above.height &&
    down < 1.4 * above.height
  )
}

const leftOf = ({ centerX, width }: TextBox): number => centerX - width / 2
