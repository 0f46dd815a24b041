import { describe, expect, it } from 'vitest'
import type { FieldName } from '../../../core/license/field.ts'
import type { FieldReading } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { type HousePolicy, usualPolicy } from '../../../core/verdict/house-policy.ts'
import type { RentalWish } from '../../../core/verdict/purpose.ts'
import type { Listed } from '../../../core/verdict/rental.ts'
import { verdictOf } from '../../../core/verdict/verdict.ts'
import { readAs, recordWith, today } from '../license/sample.ts'

interface Case {
  readonly read?: Partial<Record<FieldName, FieldReading>>
  readonly decisions?: LicenseRecord['decisions']
  readonly medium?: LicenseRecord['reading']['medium']
  readonly wish?: Partial<RentalWish>
  readonly policy?: Partial<HousePolicy>
  readonly listed?: Listed
  readonly today?: string
}

const wish: RentalWish = { vehicle: 'C1', pickUp: '2021-04-01', giveBack: '2021-04-05' }

/** The light, and the reasons in short: `light kind`. */
function judged(asked: Case): readonly string[] {
  const record = recordWith(asked.read, asked.decisions)
  const { medium = 'print' } = asked
  const verdict = verdictOf(
    { ...record, reading: { ...record.reading, medium } },
    {
      today: asked.today ?? today,
      purpose: { kind: 'rental', wish: { ...wish, ...asked.wish } },
      policy: { ...usualPolicy, ...asked.policy },
      listed: () => ('listed' in asked ? asked.listed : null),
    },
  )
  if (verdict === undefined) return []
  return [verdict.light, ...verdict.reasons.map(({ light, kind }) => `${light} ${kind}`)]
}

type Read = NonNullable<Case['read']>

const classes = (value: string): Read => ({ car_class: readAs(value) })
const term = (from: string, to: string): Read => ({
  issue_date: readAs(from),
  valid_from: readAs(from),
  valid_to: readAs(to),
})

describe('a rental', () => {
  it('is green where nothing stands against it', () => {
    expect(judged({})).toEqual(['green'])
  })

  it('is judged only when it is filled in', () => {
    const asked = { today, policy: usualPolicy, listed: () => null }
    const ofPurpose = (purpose: Parameters<typeof verdictOf>[1]['purpose']) =>
      verdictOf(recordWith(), { ...asked, purpose })
    expect(ofPurpose({ kind: 'none' })).toBeUndefined()
    expect(ofPurpose({ kind: 'rental', wish: null })).toBeUndefined()
  })

  it.each([
    ['C1', 'C2', 'green'],
    ['A2', 'C6', 'green'],
    ['C2', 'C1', 'red not-covered'],
    ['C1', 'C6', 'red not-covered'],
    ['D', 'C1', 'red not-covered'],
    ['C2D', 'E', 'green'],
    ['C5', 'C2', 'amber altered-cars-only'],
    ['C5', 'C1', 'red not-covered'],
  ] as const)('by class %s of a %s vehicle: %s', (held, vehicle, last) => {
    expect(judged({ read: classes(held), wish: { vehicle } }).at(-1)).toBe(last)
  })

  it('counts ages at pick-up', () => {
    // Born on 1990-12-21.
    const policy = { leastAge: 30 } as const
    expect(judged({ policy, wish: { pickUp: '2020-12-20' } })).toContain('red too-young')
    expect(judged({ policy, wish: { pickUp: '2020-12-21' } })).toEqual(['green'])
    expect(judged({ policy: { mostAge: 30 } })).toEqual(['green'])
    expect(judged({ policy: { mostAge: 29 } })).toEqual(['red', 'red too-old'])
  })

  it('asks for months since the first issue, and tells of the first year where they are enough', () => {
    const read = term('2020-06-15', '2026-06-15')
    const first = { decisions: { issue_date: { kind: 'confirmed', value: '2020-06-15' } } } as const
    expect(judged({ read, ...first })).toEqual(['red', 'red licensed-too-short'])
    const policy = { leastMonths: 6 }
    expect(judged({ read, ...first, policy })).toEqual(['amber', 'amber first-year'])
    expect(judged({ read, ...first, policy: { ...policy, firstYear: 'accept' } })).toEqual([
      'green',
    ])
    expect(
      judged({ read, ...first, wish: { pickUp: '2021-06-15', giveBack: '2021-06-15' } }),
    ).toEqual(['green'])
  })

  it('looks at the end of the license before, in and soon after the rental', () => {
    const until = (date: string, asked: Case = {}) =>
      judged({ ...asked, read: term(date.replace(/^20\d\d/, '2015'), date) })
    expect(until('2021-03-31')).toEqual(['red', 'red expired', 'amber to-look-at'])
    expect(until('2021-04-01')).toEqual(['red', 'red expires-in-rental', 'amber to-look-at'])
    expect(until('2021-04-04', { policy: { expiring: 'ask' } })).toEqual([
      'amber',
      'amber expires-in-rental',
      'amber to-look-at',
    ])
    expect(until('2021-05-04')).toEqual(['amber', 'amber expires-soon-after'])
    expect(until('2021-05-05')).toEqual(['green'])
    expect(until('2021-04-05', { policy: { marginMonths: 0 } })).toEqual(['green'])
    expect(judged({ read: { valid_to: readAs('长期') } })).toEqual(['green'])
  })

  it('does not begin before the license does', () => {
    const from = (day: string) =>
      judged({ read: { valid_from: readAs(day) }, policy: { marginMonths: 0 } })
    expect(from('2021-04-01').join()).not.toContain('not-valid-yet')
    expect(from('2021-04-02').join()).toContain('not-valid-yet')
  })

  it('is red by what is certain, and amber by what is doubted', () => {
    const born = { birth_date: readAs('2005-12-21', 0.4) }
    expect(judged({ read: born })).toEqual(['amber', 'amber too-young', 'amber to-look-at'])
    const unclear = { car_class: readAs('C2', 0.4) }
    expect(judged({ read: unclear })).toEqual(['amber', 'amber not-covered', 'amber to-look-at'])
    expect(
      judged({ read: unclear, decisions: { car_class: { kind: 'confirmed', value: 'C2' } } }),
    ).toEqual(['red', 'red not-covered'])
    expect(
      judged({ read: unclear, decisions: { car_class: { kind: 'corrected', value: 'C1' } } }),
    ).toEqual(['green'])
  })

  it('does not wait for fields that do not matter to it', () => {
    expect(judged({ read: { address: readAs('广东省', 0.2) } })).toEqual(['green'])
    expect(judged({ read: { nationality: readAs('中国', 0.2) } })).toEqual([
      'amber',
      'amber to-look-at',
    ])
    expect(
      judged({ read: { nationality: readAs('中国', 0.2) }, policy: { foreigners: 'accept' } }),
    ).toEqual(['green'])
  })

  it('says nothing certain where a person left empty what it needs, or let stand what cannot be', () => {
    expect(judged({ decisions: { issue_date: { kind: 'corrected', value: '' } } })).toEqual([
      'amber',
      'amber not-known',
    ])
    const number = '441900199012210510'
    const read = { id_num: readAs(number) }
    expect(judged({ read, decisions: { id_num: { kind: 'confirmed', value: number } } })).toEqual([
      'amber',
      'amber does-not-agree',
    ])
  })

  it('is red for whoever is on the list, and waits for the answer', () => {
    const listed = { note: '未付清损坏赔偿', since: '2020-05-01' }
    expect(judged({ listed })).toEqual(['red', 'red do-not-rent'])
    expect(judged({ listed: undefined })).toEqual(['amber', 'amber list-not-asked'])
  })

  it('asks for the original, a live look and a passport, as the house has it', () => {
    expect(judged({ medium: 'copy' })).toEqual(['amber', 'amber copy'])
    expect(judged({ medium: 'copy', policy: { copies: 'refuse' } })).toEqual(['red', 'red copy'])
    expect(judged({ medium: 'electronic' })).toEqual(['amber', 'amber electronic'])
    expect(judged({ medium: 'electronic', policy: { electronic: 'accept' } })).toEqual(['green'])
    const read = { nationality: readAs('新西兰') }
    expect(judged({ read })).toContain('amber foreigner')
    expect(judged({ read, policy: { foreigners: 'accept' } })).not.toContain('amber foreigner')
    expect(judged({ read: { nationality: readAs('中国香港') } })).toEqual(['green'])
  })

  it('knows which classes have lapsed by age at the return', () => {
    const born = (day: string): Read => ({
      birth_date: readAs(day),
      id_num: readAs(''),
    })
    const decisions = { id_num: { kind: 'corrected', value: 'X1' } } as const
    const of = (held: string, vehicle: RentalWish['vehicle']) =>
      judged({ read: { ...born('1958-04-05'), ...classes(held) }, decisions, wish: { vehicle } })
    expect(of('A1', 'A1')).toContain('red lapsed-by-age')
    expect(of('A1', 'C1')).toContain('amber lapsed-by-age')
    expect(of('A1C1', 'C1').join()).not.toContain('lapsed-by-age')
    expect(
      judged({
        read: { ...born('1958-04-06'), ...classes('A1') },
        decisions,
        wish: { vehicle: 'A1' },
      }).join(),
    ).not.toContain('lapsed')
  })

  it('tells when its own dates are past', () => {
    expect(judged({ today: '2021-04-06' })).toEqual(['amber', 'amber dates-past'])
  })
})
