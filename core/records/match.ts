import { type LicenseRecord, licenseOf } from '../license/record.ts'
import { review } from '../license/review.ts'
import type { Readers, RecordMatch } from './query.ts'

/** What a list shows of a record. Whether somebody has to look is told as of the day on which it was read. */
export function matchOf(record: LicenseRecord): RecordMatch {
  const {
    name,
    id_num: idNumber,
    address,
    official_seal: seal,
    valid_to: validTo,
  } = licenseOf(record)
  const { items } = review(record, { today: record.readAt.slice(0, 10) })
  return {
    id: record.id,
    name,
    idNumber,
    readAt: record.readAt,
    address,
    seal,
    validTo,
    look: items.length,
    readers: readersOf(record),
  }
}

/** Two where any field was compared, else the one that read it. */
export function readersOf({
  recognizer,
  reading,
}: Pick<LicenseRecord, 'recognizer' | 'reading'>): Readers {
  const named = new Set(
    Object.values(reading.fields).flatMap(({ readBy = [] }) => readBy.map(kindOf)),
  )
  if (named.size > 1) return 'both'
  const differs = Object.values(reading.fields).some(({ doubts }) =>
    doubts.some(({ kind }) => kind === 'readers-differ'),
  )
  if (differs) return 'both'
  return kindOf([...named][0] ?? reading.recognizer ?? recognizer)
}

const kindOf = (recognizer: string): 'offline' | 'wechat' =>
  recognizer.startsWith('wechat') ? 'wechat' : 'offline'
