import type { Segment } from './segment.ts'

/** A field as it was found on the card, before doubts are raised. */
export interface Draft {
  /** Value in the form of `License`, `''` when not found. */
  readonly value: string
  /** Where it was read from, in reading order; several for text of two lines. */
  readonly segments: readonly Segment[]
  readonly origin: 'read' | 'derived'
  /** A known name that the value has in place of the one that was read; without it the value would be `other`. */
  readonly chosen?: { readonly read: string; readonly known: string; readonly other: string }
}

export const notFound: Draft = { value: '', segments: [], origin: 'read' }

export const readFrom = (value: string, ...segments: Segment[]): Draft =>
  value === '' ? notFound : { value, segments, origin: 'read' }

/** A value concluded from another field; `segments` show what it was concluded from. */
export const derivedFrom = (value: string, ...segments: Segment[]): Draft =>
  value === '' ? notFound : { value, segments, origin: 'derived' }

/** The texts of several segments, joined. */
export const joined = (segments: readonly Segment[]): string =>
  segments.map(({ text }) => text).join('')
