import { z } from 'zod'
import { failure } from './failure.ts'
import { mapFields } from './field.ts'
import { secondPage } from './second-page.ts'

/** A point in pixels of the upright image, that is with its EXIF orientation applied. */
const point = z.tuple([z.number(), z.number()])

/** Four corners, clockwise, starting at the top left of the text in its own reading direction. */
export const quad = z.tuple([point, point, point, point])

/** Clockwise quarter turns in degrees that make the card stand upright for a reader. */
export const quarterTurn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

/** What a recognizer itself noticed about a field and a person should know. */
const doubt = z.discriminatedUnion('kind', [
  /** There is ink after character number `after` (0 = before the first) where nothing was read. */
  z.object({ kind: z.literal('gap'), after: z.number().int().nonnegative() }),
  /** A name in Latin letters of one word, or with a blank that was hardly seen: blanks are easily lost or put in. */
  z.object({ kind: z.literal('unsure-blank') }),
  /** `read` is no name of a place or office; with `known` in its stead the value would be `other`, both `''` where none comes near. */
  z.object({
    kind: z.literal('near-name'),
    read: z.string(),
    known: z.string(),
    other: z.string(),
  }),
  /** Another look at the same place, or the network left to itself, read `read`; the value is the likelier of the two. */
  z.object({ kind: z.literal('seen-otherwise'), read: z.string() }),
  /** The card is not laid out as the form is: what stands at the field's place may belong to another. */
  z.object({ kind: z.literal('unsure-place') }),
  /** Asterisks stand in `raw` for characters that the card does not show: it has no value. */
  z.object({ kind: z.literal('masked') }),
  /** Another recognizer read `other` on the same card. */
  z.object({ kind: z.literal('readers-differ'), other: z.string(), reader: z.string() }),
  /** At these characters of `raw` the recognizer gave none; the value has `noCharacter` there, if it has anything. */
  z.object({ kind: z.literal('unprinted'), at: z.array(z.number().int().nonnegative()) }),
  /** Character number `at` of `raw` is a private code, for which the value has `character`. */
  z.object({
    kind: z.literal('private-code'),
    at: z.number().int().nonnegative(),
    character: z.string(),
  }),
  /** What stands from character number `at` of `raw` on, such as a blank, became the dot in a name. */
  z.object({ kind: z.literal('unsure-dot'), at: z.number().int().nonnegative() }),
  /** The other recognizer, which looked too, found nothing there. */
  z.object({ kind: z.literal('read-by-one'), reader: z.string() }),
])

const fieldReading = z.object({
  /** The characters as they stand on the card, before any normalizing. */
  raw: z.string(),
  /** The value in the form of `License`, `''` when nothing was found. */
  value: z.string(),
  /** The lowest confidence of a character of `raw`, 0..1; null when the recognizer gives none. */
  confidence: z.number().min(0).max(1).nullable(),
  /** The confidence of each character (code point) of `raw`; empty when the recognizer gives none. */
  characters: z.array(z.object({ text: z.string(), confidence: z.number().min(0).max(1) })),
  /** Where `raw` stands in the image, one quad per line of text; empty when not known. */
  boxes: z.array(quad),
  /** `derived`: not read from this place of the card but inferred from another field. */
  origin: z.enum(['read', 'derived']),
  doubts: z.array(doubt),
  /** Ids of the recognizers that read this value, where more than one looked at the card. */
  readBy: z.array(z.string()).optional(),
})

/** What made a card hard to read. */
const hindrance = z.object({
  kind: z.enum([
    'blur',
    'glare',
    /** A part of the card is outside of the picture. */
    'cut-off',
    'too-small',
    /** Seen so much from the side that the print is squeezed. */
    'turned-away',
    /** By a finger, a stamp, a sleeve. */
    'covered',
  ]),
  /** Where in the picture; not given where it is everywhere, or nowhere in particular. */
  region: quad.optional(),
})

/** Everything one recognizer found on one card. */
export const reading = z.object({
  /** Which of the licenses in the picture it is, counted from 1 in reading order; only where there are several. */
  place: z
    .object({ index: z.number().int().positive(), of: z.number().int().positive() })
    .optional(),
  /** `copy`: a photocopy. `electronic`: shown on a screen, or a picture made of one. */
  medium: z.enum(['print', 'copy', 'electronic']).default('print'),
  /** `old`: 有效起始日期 + 有效期限 `6年`; `current`: `… 至 …`. */
  style: z.enum(['old', 'current', 'unknown']),
  image: z.object({
    /** Size in pixels of the upright image. */
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    turn: quarterTurn,
    /** Around the card, in its own reading direction; only where its place is certain. */
    card: quad.optional(),
  }),
  fields: z.object(mapFields(() => fieldReading)),
  /** Its second page, where that is in the picture too. */
  secondPage: secondPage.optional(),
  hindrances: z.array(hindrance).default([]),
  /** Id of the recognizer that read the card, where another one was asked to. */
  recognizer: z.string().optional(),
  /** A recognizer that should have looked too, and why it did not. */
  missed: z.object({ recognizer: z.string(), failure }).optional(),
})

export type Point = z.output<typeof point>
export type Quad = z.output<typeof quad>
export type Hindrance = z.output<typeof hindrance>
export type Doubt = z.output<typeof doubt>
export type FieldReading = z.output<typeof fieldReading>
export type Reading = z.output<typeof reading>

/** All licenses of one picture, in reading order; at least one. */
export const readings = z.tuple([reading], reading).readonly()

export type Readings = z.output<typeof readings>

/** Every reading changed alike. */
export const eachOf = (
  [first, ...others]: Readings,
  change: (reading: Reading) => Reading,
): Readings => [change(first), ...others.map(change)]

export const nothingRead: FieldReading = {
  raw: '',
  value: '',
  confidence: null,
  characters: [],
  boxes: [],
  origin: 'read',
  doubts: [],
}
