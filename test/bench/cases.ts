import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { mapFields, type License } from '../../core/license/field.ts'
import { generateSet } from '../fixtures/cards/set.ts'

export type Kind = 'clean' | 'photo'

/** Seeds on which figures are reported; nothing is ever tuned on them. */
export const reportingSeeds: Readonly<Record<Kind, readonly number[]>> = {
  clean: range(7301, 7340),
  photo: range(8301, 8340),
}

/** One fictitious card with what it really says. */
export interface Case {
  readonly kind: Kind
  readonly seed: number
  readonly image: string
  readonly truth: License
}

const truth = z.object({ license: z.object(mapFields(() => z.string())) })

/** Draws the cards that are not there yet and loads their truth. */
export async function casesOf(kind: Kind, seeds: readonly number[]): Promise<Case[]> {
  const folder = path.resolve(import.meta.dirname, '../../.cache/cards', kind)
  const entries = await generateSet({ kind, seeds, folder })
  return Promise.all(
    entries.map(async ({ seed, image, truth: file }) => {
      const { license } = truth.parse(JSON.parse(await readFile(file, 'utf8')))
      return { kind, seed, image, truth: license }
    }),
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
