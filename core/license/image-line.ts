import { z } from 'zod'
import { failureKinds } from './failure.ts'
import { quad } from './reading.ts'

/** A line of text somewhere in an image. */
export const imageLine = z.object({
  /** In pixels of the upright image, in reading direction. */
  quad,
  text: z.string(),
  /** The lowest confidence of a character, 0..1. */
  confidence: z.number().min(0).max(1),
})

/** The lines from top to bottom, or why the image cannot be looked at. */
export const imageLines = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lines'), lines: z.array(imageLine) }),
  z.object({ kind: z.literal('failed'), failure: z.enum(failureKinds) }),
])

export type ImageLine = z.output<typeof imageLine>
