import { z } from 'zod'
import { imageLine } from '../../core/license/image-line.ts'
import { fileFaults, pictureFaults } from '../../core/license/failure.ts'
import { quad, quarterTurn, readings } from '../../core/license/reading.ts'
import { secondPage } from '../../core/license/second-page.ts'

/** The file itself, where there is none at the path. */
const bytes = z.instanceof(Uint8Array).optional()

/** SHA-256 in hex of the bytes that came in: others are not looked at. */
const image = z.string().optional()

/** Of a locked PDF; held in memory alone. */
const password = z.string().optional()

/** What the engine process is asked; `seq` is echoed in the answer. */
export const engineRequest = z.discriminatedUnion('kind', [
  /** Load the models, which only reading needs; answered with `ready`. */
  z.object({ kind: z.literal('load'), seq: z.number().int() }),
  /** Read the licenses on page `page` (1-based) of the file at `path`. */
  z.object({
    kind: z.literal('read'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    page: z.number().int().positive(),
  }),
  /** An upright JPEG of that page for the screen, its long side at most `longSide` pixels. */
  z.object({
    kind: z.literal('preview'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    page: z.number().int().positive(),
    longSide: z.number().int().min(16).max(4096),
  }),
  /** Every line of text on that page, whatever it shows. */
  z.object({
    kind: z.literal('lines'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    page: z.number().int().positive(),
  }),
  /** That page as it may leave this PC, cut to the card where its place is known. */
  z.object({
    kind: z.literal('prepare'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    page: z.number().int().positive(),
    card: z.object({ corners: quad, turn: quarterTurn }).optional(),
  }),
  /** How many pages a PDF has. */
  z.object({
    kind: z.literal('pages'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    password,
  }),
  /** A page of a PDF as an image of its own, to be kept where the PDF itself cannot be opened again. */
  z.object({
    kind: z.literal('page'),
    seq: z.number().int(),
    path: z.string(),
    bytes,
    image,
    page: z.number().int().positive(),
    password,
  }),
])

/** Why the engine could not do what it was asked; the words for people are the caller's. */
const engineFailure = z.object({
  kind: z.enum([...fileFaults, ...pictureFaults]),
  /** For the log: never contains text read from the image. */
  detail: z.string(),
  /** Where the kind is `second-page`. */
  secondPage: secondPage.optional(),
})

export const engineAnswer = z.discriminatedUnion('kind', [
  /** Sent once without being asked, and when the models are loaded. */
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('readings'), seq: z.number().int(), readings, ms: z.number() }),
  z.object({ kind: z.literal('preview'), seq: z.number().int(), jpeg: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('lines'), seq: z.number().int(), lines: z.array(imageLine) }),
  z.object({
    kind: z.literal('prepared'),
    seq: z.number().int(),
    bytes: z.instanceof(Uint8Array),
    type: z.enum(['image/jpeg', 'image/png']),
    isOriginal: z.boolean(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('pages'), seq: z.number().int(), count: z.number().int() }),
  z.object({ kind: z.literal('page'), seq: z.number().int(), jpeg: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('failure'), seq: z.number().int(), failure: engineFailure }),
])

export type EngineRequest = z.output<typeof engineRequest>
export type EngineAnswer = z.output<typeof engineAnswer>
export type EngineFailure = z.output<typeof engineFailure>
