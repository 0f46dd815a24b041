import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { FailureKind } from '../../core/license/failure.ts'
import { type FieldName, fieldNames, mapFields } from '../../core/license/field.ts'
import { parseAddress } from '../../core/license/parse/text.ts'
import { drawSet } from '../fixtures/form/draw-set.ts'
import { type OtherPaper, otherPapers } from '../fixtures/form/papers/thing.ts'
import { type SeedSet, seedsOf } from '../fixtures/form/seeds.ts'
import { type Progress, withProgress } from './progress.ts'

/** How many pictures of each kind are read. */
const counts = {
  scan: 200,
  photo: 200,
  'both-pages': 60,
  sheet: 40,
  'other-document': 260,
  'second-page': 40,
  watermark: 200,
} as const

export type DrawnKind = keyof typeof counts
const drawnKinds = [
  'scan',
  'photo',
  'both-pages',
  'sheet',
  'other-document',
  'second-page',
  'watermark',
] as const satisfies readonly DrawnKind[]

/** What a license says; a field is null, or not there, where nobody is to judge it. */
export type Truth = { readonly [F in FieldName]?: string | null | undefined }

/** One picture with what it really shows. */
export interface Case {
  /** `given`: not drawn by us. */
  readonly kind: DrawnKind | 'given'
  readonly name: string
  readonly image: string
  /** Whose main pages are in it. */
  readonly people: readonly Truth[]
  /** What it is to be called when no license is in it. */
  readonly paper: FailureKind | undefined
}

const drawn = z.object({
  people: z.array(z.object(mapFields(() => z.string()))),
  documents: z.tuple([z.object({ content: z.object({ kind: z.string() }) })], z.unknown()),
})

/** Draws the pictures of a set that are not there yet; with `share` only that part of each kind. */
export async function drawnCases(set: SeedSet, share: number): Promise<Case[]> {
  const wanted = drawnKinds.flatMap((kind) =>
    seedsOf(set, Math.round(counts[kind] * share)).map((seed) => ({ kind, seed })),
  )
  return withProgress('drawing', wanted.length, async (progress: Progress) => {
    const cases: Case[] = []
    for (const { kind, seed } of wanted) {
      cases.push(await drawnCase(kind, seed))
      progress.step()
    }
    return cases
  })
}

async function drawnCase(kind: DrawnKind, seed: number): Promise<Case> {
  const folder = path.resolve(import.meta.dirname, '../../.cache/pictures', kind)
  const [entry] = await drawSet({ kind, seeds: [seed], folder })
  if (entry === undefined) throw new Error(`${kind} ${seed} was not drawn`)
  const { people, documents } = drawn.parse(JSON.parse(await readFile(entry.truth, 'utf8')))
  return {
    kind,
    name: `${kind} ${seed}`,
    image: entry.image,
    people: people.map((license) => ({ ...license, address: parseAddress(license.address) })),
    paper: people.length > 0 ? undefined : paperOf(documents[0].content.kind),
  }
}

/** What the program calls what we draw. */
const calledLike: Readonly<Record<OtherPaper, FailureKind>> = {
  'vehicle-license': 'vehicle-license',
  'identity-card': 'identity-card',
  'application-form': 'other-document',
  'rental-contract': 'other-document',
  'text-page': 'other-document',
  'learner-certificate': 'other-document',
  receipt: 'other-document',
  'class-table': 'other-document',
  landscape: 'no-license',
}

function paperOf(content: string): FailureKind | undefined {
  if (content === 'second-page') return 'second-page'
  const paper = otherPapers.find((known) => known === content)
  return paper && calledLike[paper]
}

const truthOfOne = z.partialRecord(z.enum(fieldNames), z.string().nullable())
const truths = z.record(z.string(), z.union([z.array(truthOfOne), truthOfOne]))

/** Pictures of a folder, with what is known of them: `{file: {field: value or null}}`, or a list of such for several people. */
export async function givenCases(folder: string, truthFile: string): Promise<Case[]> {
  const known = truths.parse(JSON.parse(await readFile(truthFile, 'utf8')))
  return Object.entries(known).map(([file, people]) => ({
    kind: 'given',
    name: file,
    image: path.join(folder, file),
    people: Array.isArray(people) ? people : [people],
    paper: undefined,
  }))
}
