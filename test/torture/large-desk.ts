import { randomUUID } from 'node:crypto'
import { imageOf, type LicenseRecord } from '../../core/license/record.ts'
import { openStores } from '../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../electron/vault/key-ring.ts'
import { recordOf } from '../renderer/fake-desk/records.ts'
import type { DeskFolder } from './desk-folder.ts'

/** Fills a folder with so many licenses that writing their table takes a while; names of their images. */
export async function fillDesk(
  { data, keyFile }: DeskFolder,
  count: number,
): Promise<readonly string[]> {
  const ring = await openKeyRing(data, { keyFile })
  if (!ring.ok) throw new Error(`no keys: ${ring.error.kind}`)
  const opened = await openStores(data, ring.value.vault)
  if (!opened.ok) throw new Error(`no store: ${opened.error.kind}`)
  const { stores } = opened.value
  const records = Array.from({ length: count }, (_, number) => recordFor(number))
  stores.together(() => {
    for (const record of records) {
      const reading = record.reading
      stores.records.put(record)
      stores.paid.put(imageOf(record.source), {
        kind: 'answered',
        outcome: { ok: true, value: [reading] },
      })
      stores.jobs.put({
        id: randomUUID(),
        source: record.source,
        state: { kind: 'done', recordIds: [record.id] },
      })
    }
  })
  await opened.value.close()
  return records.map(({ source }) => source.name)
}

function recordFor(number: number): LicenseRecord {
  const name = `${number}.jpg`
  return {
    ...recordOf(number % 60),
    id: randomUUID(),
    source: { path: `/images/${name}`, name, page: 1 },
  }
}
