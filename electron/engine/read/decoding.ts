import type { Automaton } from '../legal/automaton.ts'
import { looksIn } from '../legal/decode-legal.ts'

/** Something that may stand at a place of a form, and is decoded there. */
export interface Decoding {
  readonly place: string
  readonly legal: Automaton
}

/** Of a place everything that a strip of it must tell of to be decoded: nothing where anything may stand. */
export function looksByPlace(
  decodings: readonly Decoding[],
): (place: string) => ReadonlySet<string> {
  const legalAt = Map.groupBy(decodings, ({ place }) => place)
  const looksAt = new Map(
    [...legalAt].map(([place, here]) => [place, looksIn(here.map(({ legal }) => legal))]),
  )
  return (place) => looksAt.get(place) ?? nothing
}

const nothing: ReadonlySet<string> = new Set()
