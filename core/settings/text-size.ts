import { z } from 'zod'

/** Percent of the ordinary size. */
export const textSizes = [90, 100, 110, 125, 150] as const

export const textSize = z.literal(textSizes)

export type TextSize = (typeof textSizes)[number]

/** The next size in that direction; the same at the end. */
export function nextTextSize(now: TextSize, by: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(now) + by] ?? now
}
