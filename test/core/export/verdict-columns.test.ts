import { describe, expect, it } from 'vitest'
import { csvText, firstDifference } from '../../../core/export/csv.ts'
import type { ExportEntry } from '../../../core/export/entry.ts'
import { tableOf } from '../../../core/export/table.ts'
import { tsvText } from '../../../core/export/tsv.ts'
import { walkOf } from '../../../core/export/walk.ts'
import { withColumns } from '../../../core/layout/edit-preset.ts'
import { builtIns } from '../../../core/layout/preset.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import type { Language } from '../../../core/settings/settings.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import type { Purpose } from '../../../core/verdict/purpose.ts'
import { judged, type VerdictContext } from '../../../core/verdict/verdict.ts'
import { readAs, recordWith, today } from '../license/sample.ts'

const preset = withColumns({ ...builtIns.call, columns: [{ column: 'name', heading: '' }] }, [
  'state',
  'verdict',
  'verdict_reasons',
])
const rental: Purpose = {
  kind: 'rental',
  wish: { vehicle: 'C1', pickUp: '2028-07-01', giveBack: '2028-07-10' },
}

function rowsOf(
  record: LicenseRecord,
  purpose: Purpose,
  more: Partial<VerdictContext> & { readonly language?: Language } = {},
): string[][] {
  const { language = 'zh', ...given } = more
  const context = { today, purpose, policy: usualPolicy, listed: () => null, ...given }
  const entry: ExportEntry = { record, ...judged(record, context), readAt: '2021-03-15 09:30' }
  return tableOf([entry], language, preset)
}

describe('the columns of the verdict', () => {
  it('say what a license is good for, and why not, and the state counts the day of the return', () => {
    const table = rowsOf(recordWith(), rental)
    expect(table).toEqual([
      ['姓名', '核对状态', '可否', '可否的原因'],
      [
        '张三',
        '待核对: 有效期止',
        '不能租',
        '2028-07-06 到期，早于还车日 2028-07-10：早些还车，或先换证。还没核对：有效期至。',
      ],
    ])
    expect(firstDifference(csvText(table), table)).toBeUndefined()
    expect(tsvText(table)).toContain('\t不能租\t2028-07-06 到期')
    expect(rowsOf(recordWith(), rental, { language: 'en' })[1]).toEqual([
      '张三',
      'to be checked: Valid to',
      'Do not rent',
      'It expires on 2028-07-06, before the car is returned on 2028-07-10: shorten the rental, or have it renewed first. Not checked yet: Valid to.',
    ])
  })

  it('are put on the clipboard like the other fields, where there are any', () => {
    const fieldsFor = (purpose: Purpose) => {
      const context = { today, purpose, policy: usualPolicy, listed: () => null }
      const entry = { record: recordWith(), ...judged(recordWith(), context), readAt: '' }
      return walkOf(entry, preset, 'zh')?.fields.map(({ column }) => column)
    }
    expect(fieldsFor(rental)).toEqual(['name', 'state', 'verdict', 'verdict_reasons'])
    expect(fieldsFor({ kind: 'none' })).toEqual(['name', 'state'])
  })

  it('are empty where nothing was asked, and until the dates are known', () => {
    for (const purpose of [{ kind: 'none' }, { kind: 'rental', wish: null }] as const)
      expect(rowsOf(recordWith(), purpose)[1]).toEqual(['张三', '无需核对', '', ''])
  })

  it('keep what colleagues wrote on the do-not-rent list', () => {
    const listed = () => ({ note: '撞坏车门没有赔', since: '2026-05-01' })
    const wish = { vehicle: 'C1', pickUp: '2021-04-01', giveBack: '2021-04-05' } as const
    const [, row = []] = rowsOf(recordWith(), { kind: 'rental', wish }, { listed })
    expect(row.slice(2)).toEqual(['不能租', '在不租名单上（2026-05-01 加入）。'])
  })

  it('name the classes that a school can teach now', () => {
    const born = recordWith({ car_class: readAs('C1') })
    const [, row = []] = rowsOf(born, { kind: 'school' })
    expect(row[2]).toBe('可以报')
    expect(row[3]).toMatch(/^现在可以申请：([A-Z]\d?、)+[A-Z]\d?。$/)
    const nothing = rowsOf(recordWith({ birth_date: nothingRead }), { kind: 'school' })[1]
    expect(nothing?.[3]).toBe('还没核对：出生日期。')
  })
})
