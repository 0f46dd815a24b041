import type { AuditAct, AuditEntry } from '../../../core/audit/entry.ts'
import type { Handlers } from '../../../core/ipc/contract.ts'
import type { RecordMatch } from '../../../core/records/query.ts'
import { pageOf, sortedBy, wantedBy } from '../../../electron/store/matches.ts'
import { personOf, recordOf } from './records.ts'

type KeepingChannel =
  | 'records:find'
  | 'records:ids'
  | 'records:open'
  | 'records:delete'
  | 'records:revealed'
  | 'person:held'
  | 'person:before'
  | 'person:export'
  | 'person:forget'
  | 'retention:preview'
  | 'retention:purge'
  | 'audit:newest'
  | 'audit:verify'

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const given = ['可欣', '立群', '明远', '建国', '淑芬', '志强', '丽', '伟', '晓东', '雨桐', '子涵']
const minute = 60_000
const start = Date.parse('2026-11-24T06:52:00Z')

function matchOf(index: number): RecordMatch {
  const person = personOf(index)
  const name =
    index < 12 ? person.name : `${surnames[index % 20] ?? ''}${given[(index * 7) % 11] ?? ''}`
  const order = String((index * 37) % 1000).padStart(3, '0')
  return {
    id: `record-${index}`,
    name: index % 97 === 96 ? '' : name,
    idNumber: index < 12 ? person.id_num : `${person.id_num.slice(0, 14)}${order}${index % 10}`,
    readAt: new Date(start - index * 47 * minute).toISOString(),
    address: person.address,
    seal: person.official_seal,
    validTo: person.valid_to,
    look: index % 4 === 1 ? 2 : 0,
    readers: index % 5 === 0 ? 'both' : 'offline',
  }
}

const acts: readonly AuditAct[] = [
  'number-revealed',
  'record-opened',
  'field-decided',
  'license-read',
  'images-added',
  'unlocked',
  'locked',
  'unlock-refused',
  'records-exported',
  'records-searched',
  'person-exported',
  'records-purged',
  'settings-changed',
]

/** Stored records in the page, as many as the scene says; an exported person always finds the disk full. */
export function fakeKeeping(kept: number, isBroken: boolean): Pick<Handlers, KeepingChannel> {
  let matches = Array.from({ length: kept }, (_, index) => matchOf(index))
  const entries: AuditEntry[] = Array.from({ length: 300 }, (_, index) => ({
    at: new Date(start - index * 11 * minute).toISOString(),
    who: index % 5 === 4 ? '前台二' : '前台',
    act: acts[(index * 5) % acts.length] ?? 'locked',
    subject: '',
    count: index % 7 === 0 ? 12 : 1,
  }))
  const indexOf = (id: string): number => Number(id.replace('record-', ''))
  const take = (ids: ReadonlySet<string>): number => {
    const before = matches.length
    matches = matches.filter(({ id }) => !ids.has(id))
    return before - matches.length
  }
  const ofPerson = (recordId: string): RecordMatch[] => {
    const number = matches.find(({ id }) => id === recordId)?.idNumber
    return matches.filter(({ idNumber }) => idNumber === number)
  }
  return {
    'records:find': async (wish) => {
      const found = pageOf(sortedBy(matches.filter(wantedBy(wish)).toReversed(), wish), wish)
      return { ...found, matches: found.matches.map((match) => ({ ...match, light: null })) }
    },
    'records:ids': async (wish) =>
      sortedBy(matches.filter(wantedBy(wish)).toReversed(), wish).map(({ id }) => id),
    'records:open': async ({ id }) => {
      const index = indexOf(id)
      const match = matches.find((one) => one.id === id)
      if (match === undefined) return null
      const record = { ...recordOf(index % 12), id, readAt: match.readAt }
      const { fields } = record.reading
      const named = {
        ...fields,
        name: { ...fields.name, value: match.name, raw: match.name },
        id_num: { ...fields.id_num, value: match.idNumber, raw: match.idNumber },
      }
      return {
        record: { ...record, reading: { ...record.reading, fields: named } },
        image: index % 3 === 0 ? 'there' : index % 3 === 1 ? 'missing' : 'changed',
      }
    },
    'records:delete': async ({ ids }) => ({ records: take(new Set(ids)), images: 0, backups: 7 }),
    'records:revealed': async () => null,
    'person:held': async ({ recordId }) => ({
      records: ofPerson(recordId).length,
      images: 1,
      entries: 14,
      unread: 2,
      arriving: 1,
      isListed: indexOf(recordId) === 1,
    }),
    'person:before': async ({ recordId }) => {
      if (indexOf(recordId) !== 1) return null
      const record = recordOf(1)
      const address = { kind: 'corrected', value: '旧址：北京路1号' } as const
      return { ...record, decisions: { address }, readAt: new Date(start).toISOString() }
    },
    'person:export': async ({ format }) => ({
      kind: 'failed',
      path: `/home/desk/文档/客户资料-2026-11-24.${format}`,
      reason: 'disk-full',
    }),
    'person:forget': async ({ recordId }) => ({
      records: take(new Set(ofPerson(recordId).map(({ id }) => id))),
      images: 1,
      unread: 2,
      arriving: 0,
      backups: 7,
      list: 'none',
    }),
    'retention:preview': async ({ days }) => {
      const before = new Date(start - days * 24 * 60 * minute).toISOString()
      const old = days === 0 ? [] : matches.filter(({ readAt }) => readAt < before)
      return { count: old.length, oldest: old.at(-1)?.readAt ?? '', newest: old[0]?.readAt ?? '' }
    },
    'retention:purge': async ({ days }) => {
      const before = new Date(start - days * 24 * 60 * minute).toISOString()
      const old = matches.filter(({ readAt }) => readAt < before)
      take(new Set(old.map(({ id }) => id)))
      return { count: old.length, oldest: old.at(-1)?.readAt ?? '', newest: old[0]?.readAt ?? '' }
    },
    'audit:newest': async ({ limit }) => entries.slice(0, limit),
    'audit:verify': async () =>
      isBroken ? { kind: 'broken', entry: 118 } : { kind: 'sound', entries: entries.length },
  }
}
