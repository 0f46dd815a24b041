import type { PageRange } from '../../core/intake/page-ranges.ts'
import type { Refusal } from '../../core/ipc/contract.ts'
import type { Job } from '../../core/jobs/job.ts'
import { type FailureKind, fileFaults, pictureFaults } from '../../core/license/failure.ts'
import type { Source } from '../../core/license/record.ts'
import { type DocumentReader, pdfPagesBy } from '../intake/document-pages.ts'
import { inGrowingGroups } from '../intake/groups.ts'
import { type Arrival, type IntakeProgress, placeOf, takeIn } from '../intake/intake.ts'
import { refuse } from '../intake/refuse.ts'
import type { Intake } from '../intake/without-file.ts'
import type { OnList } from '../jobs/on-list.ts'
import type { Queue } from '../jobs/queue.ts'
import { takeOff } from '../jobs/take-off.ts'
import type { Stores } from '../store/stores.ts'

export interface TakeNextParts {
  readonly stores: Stores
  readonly queue: Pick<Queue, 'add'>
  readonly onList: Pick<OnList, 'sourcesOf'>
  readonly takesAddresses: () => boolean
  readonly leftOut?: readonly string[]
  readonly documents?: DocumentReader
  readonly onRemoved: (job: Job) => void
}

export type TakeNext = (
  paths: readonly string[],
  onProgress?: (progress: IntakeProgress) => void,
  pages?: readonly PageRange[],
) => Promise<Intake>

/** Takes files in and queues them, group by group; one intake after the other. */
export function createTakeNext(parts: TakeNextParts): TakeNext {
  const { queue, stores, leftOut = [] } = parts
  const { jobs } = stores

  /** What is saved under the same path takes the place of a file that could not be read as it was. */
  const isForABetterOne = ({ id }: Job): boolean => {
    const state = jobs.get(id)?.state
    return state?.kind === 'failed' && faultsOfImages.has(state.failure.kind)
  }

  return async (paths, onProgress, pages) => {
    const before = jobs.all()
    const byPath = Map.groupBy(before, ({ source }) => source.path)
    const known = new Map(
      before.flatMap((job) =>
        parts.onList.sourcesOf(job).map((source) => [placeOf(source), job.id]),
      ),
    )
    const isKnown = (source: Source): boolean => known.has(placeOf(source))
    const options = {
      isKnown,
      leftOut,
      takesAddresses: parts.takesAddresses(),
      ...(parts.documents && { pdfPages: pdfPagesBy(parts.documents) }),
      ...(pages && { pages }),
    }
    const arrivals = takeIn(paths, onProgress ? { ...options, onProgress } : options)
    let accepted = 0
    const refused: Refusal[] = []
    const inOrder: (string | Refusal)[] = []
    for await (const some of inGrowingGroups(arrivals)) {
      const sources = some.flatMap(sourceOf)
      const images = new Map(sources.map(({ path, image }) => [path, image]))
      const replaced = [...images].flatMap(([path, image]) =>
        (byPath.get(path) ?? []).filter(
          (job) => job.source.image !== image && isForABetterOne(job),
        ),
      )
      const queued = queue.add(sources, () => replaced.forEach((job) => takeOff(job, stores)))
      replaced.forEach(parts.onRemoved)
      accepted += queued.length
      for (const { id, source } of queued) known.set(placeOf(source), id)
      for (const arrival of some) {
        if (arrival.kind === 'refused') {
          refused.push(arrival.refusal)
          inOrder.push(arrival.refusal)
          continue
        }
        const { path, page } = arrival.source
        if (arrival.kind === 'known' && page === 1) refused.push(refuse(path, 'already-here'))
        const id = known.get(placeOf(arrival.source))
        if (id !== undefined) inOrder.push(id)
      }
    }
    return { accepted, refused, inOrder }
  }
}

const faultsOfImages: ReadonlySet<FailureKind> = new Set([...fileFaults, ...pictureFaults])

const sourceOf = (arrival: Arrival): readonly Source[] =>
  arrival.kind === 'accepted' ? [arrival.source] : []
