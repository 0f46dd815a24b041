import { imageOf, keptIdOf, type LicenseRecord, type Source } from '../../core/license/record.ts'
import type { Stores } from '../store/stores.ts'

/**
 * Removes records, and with them the images without a file that were kept for them and that nothing else shows.
 * @returns those that opened
 */
export function removeRecords(
  ids: Iterable<string>,
  { jobs, records, images }: Pick<Stores, 'jobs' | 'records' | 'images'>,
): readonly LicenseRecord[] {
  const removed = [...ids].flatMap((id) => {
    const record = records.get(id)
    records.remove(id)
    return record ?? []
  })
  const loose = removed
    .flatMap(({ source, joined }) => [source, ...(joined == null ? [] : [joined.source])])
    .filter(({ path }) => keptIdOf(path) !== undefined)
  if (loose.length === 0) return removed
  const onList = new Set(jobs.all().map(({ source }) => source.path))
  const isShown = (source: Source): boolean =>
    onList.has(source.path) || records.ofImage(imageOf(source)).length > 0
  for (const source of loose) {
    const id = keptIdOf(source.path)
    if (id !== undefined && !isShown(source)) images.remove(id)
  }
  return removed
}
