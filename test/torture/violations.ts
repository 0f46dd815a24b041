import type { Known } from './images.ts'
import type { Kept, Scene } from './scene.ts'
import type { Rows } from './table.ts'

/** What is known from outside and what is found inside; from both follows what must not be. */
export interface Facts {
  readonly scene: Scene
  readonly images: readonly Known[]
  /** Hashes of the images that were on the list before. */
  readonly onList: ReadonlySet<string>
  readonly charges: (hash: string) => number
  readonly table: Rows | 'torn' | undefined
}

/** Must hold at every moment, however the program ended. */
export function violationsAtAnyMoment(facts: Facts): string[] {
  const { scene, images, onList, charges, table } = facts
  const byHash = new Map(scene.kept.map((one) => [one.job.source.image, one]))
  return [
    ...(scene.integrity === 'ok' ? [] : [`corrupt: ${scene.integrity}`]),
    ...(scene.found === 'sound' ? [] : [`the store was ${scene.found}`]),
    ...(scene.audit === 'sound' ? [] : ['the audit log is broken']),
    ...(byHash.size === scene.kept.length ? [] : ['an image is on the list twice']),
    ...images.flatMap((image) => {
      const kept = byHash.get(image.hash)
      const about = (what: string): string => `${image.name} ${what}`
      return [
        ...(charges(image.hash) > 1 ? [about(`charged ${charges(image.hash)} times`)] : []),
        ...(onList.has(image.hash) && !kept ? [about('lost from the list')] : []),
        ...(kept ? violationsOf(kept, image, charges(image.hash)) : []).map(about),
        ...(!kept && charges(image.hash) > 0 ? [about('charged and not on the list')] : []),
      ]
    }),
    ...violationsInTable(table, facts),
  ]
}

/** What was answered and written down is read from there, without another call. */
const wouldBeSent = ({ job: { state }, paid }: Kept): boolean =>
  (state.kind === 'queued' || state.kind === 'cancelled') && paid?.kind !== 'answered'

function violationsOf(kept: Kept, image: Known, charges: number): string[] {
  const { job, paid, record } = kept
  const { state } = job
  const isPaid = record?.recognizer === 'wechat-upload'
  return [
    ...(charges > 0 && wouldBeSent(kept) ? [`charged and ${state.kind}`] : []),
    ...(charges > 0 && !paid ? [`charged and not written down as sent (${state.kind})`] : []),
    ...(state.kind === 'done' && !record ? ['done without a record'] : []),
    ...(charges === 0 && isPaid ? ['done and never charged'] : []),
    ...('failure' in state && state.failure.message === ''
      ? [`${state.kind} without a reason`]
      : []),
    ...(isPaid && !isSame(record, image) ? ['done with the reading of another image'] : []),
  ]
}

const isSame = (record: NonNullable<Kept['record']>, { license }: Known): boolean =>
  record.reading.fields.name.value === license.name &&
  record.reading.fields.id_num.value === license.id_num

function violationsInTable(table: Facts['table'], { scene }: Facts): string[] {
  if (table === undefined) return []
  if (table === 'torn') return ['the table is torn']
  const records = new Map(
    scene.kept.flatMap(({ record }) => (record ? [[record.source.name, record]] : [])),
  )
  return [...table].flatMap(([name, row]) => {
    const record = records.get(name)
    if (record === undefined) return [`the table has ${name}, which was not read`]
    return row['Name'] === record.reading.fields.name.value ? [] : [`the table is wrong on ${name}`]
  })
}

/** Must hold when a start after the last kill came to its end. */
export function violationsAtRest({ scene, table }: Facts): string[] {
  const unfinished = scene.kept.filter(({ job }) => ['queued', 'running'].includes(job.state.kind))
  const done = scene.kept.filter(({ record }) => record !== undefined)
  const inTable = table === undefined || table === 'torn' ? 0 : table.size
  return [
    ...unfinished.map(({ job }) => `${job.source.name} is still ${job.state.kind}`),
    ...(inTable === done.length ? [] : [`the table has ${inTable} rows of ${done.length}`]),
  ]
}
