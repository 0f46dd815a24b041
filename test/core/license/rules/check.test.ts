import { describe, expect, it } from 'vitest'
import { type License, mapFields } from '../../../../core/license/field.ts'
import { type Rule, rules } from '../../../../core/license/finding.ts'
import { check } from '../../../../core/license/rules/check.ts'
import type { CheckContext } from '../../../../core/license/rules/context.ts'
import { findingsOf, licenseWith, soundLicense, today } from '../sample.ts'

interface Case {
  readonly changes?: Partial<License>
  readonly context?: Partial<CheckContext>
  readonly says: string
  /** What else is found, where the same mistake cannot be made alone. */
  readonly and?: readonly string[]
}

/** One license for each rule that only this rule objects to. */
const cases: { readonly [R in Rule]: Case } = {
  'id-length': { changes: { id_num: '44190019901221051' }, says: 'error id_num' },
  'id-form': { changes: { id_num: 'X41900199012210519' }, says: 'error id_num' },
  'id-checksum': { changes: { id_num: '441900199012210517' }, says: 'error id_num' },
  'id-birth-date': {
    changes: {
      id_num: '410105199002300037',
      address: '河南省郑州市和平街1号',
      official_seal: '河南省郑州市公安局',
    },
    says: 'error id_num',
  },
  'id-birth-mismatch': { changes: { birth_date: '1990-12-12' }, says: 'error birth_date' },
  'id-sex-mismatch': { changes: { sex: '女' }, says: 'error sex' },
  'id-region-unknown': {
    changes: { id_num: '990101199003070015', birth_date: '1990-03-07' },
    says: 'note id_num',
  },
  'not-a-date': { changes: { issue_date: '2012-02-30' }, says: 'error issue_date' },
  'birth-after-issue': {
    changes: { id_num: '', birth_date: '2013-12-21' },
    says: 'error birth_date',
  },
  'issue-in-future': {
    changes: { issue_date: '2021-07-06', valid_from: '', valid_to: '' },
    says: 'error issue_date',
  },
  'issue-before-age': {
    changes: { issue_date: '2008-07-06' },
    says: 'warning issue_date',
  },
  'valid-from-before-issue': {
    changes: { issue_date: '2019-07-06' },
    says: 'error valid_from',
  },
  'valid-from-in-future': {
    changes: { valid_from: '2021-07-06', valid_to: '2031-07-06' },
    says: 'warning valid_from',
  },
  'valid-from-not-anniversary': {
    changes: { issue_date: '2012-07-08' },
    says: 'warning valid_from',
  },
  'valid-term-unusual': { changes: { valid_to: '2026-07-06' }, says: 'warning valid_to' },
  'valid-to-before-from': {
    changes: { valid_from: '2020-07-06', valid_to: '2020-07-06' },
    context: { today: '2020-07-06' },
    says: 'error valid_to',
    and: ['note valid_to expires-soon'],
  },
  expired: { context: { today: '2028-07-07' }, says: 'error valid_to' },
  'expires-in-rental': { context: { returnDate: '2028-07-07' }, says: 'warning valid_to' },
  'expires-soon': { context: { today: '2028-07-06' }, says: 'note valid_to' },
  'first-year': {
    context: { today: '2013-07-05' },
    says: 'warning issue_date',
    and: ['warning valid_from valid-from-in-future'],
  },
  'unknown-class': { changes: { car_class: 'C9' }, says: 'error car_class' },
  'class-lapsed-by-age': {
    changes: { car_class: 'A1', valid_to: '长期' },
    context: { today: '2053-12-21' },
    says: 'note car_class',
  },
  'name-mixed': { changes: { name: '张San' }, says: 'warning name' },
  'name-short': { changes: { name: '张' }, says: 'warning name' },
  'sex-unknown': { changes: { sex: '勇' }, says: 'warning sex' },
  'region-address-differ': {
    changes: { address: '湖南省长沙市和平街1号', official_seal: '湖南省长沙市公安局' },
    says: 'note address',
  },
  'region-seal-differ': {
    changes: { address: '和平街1号', official_seal: '湖南省长沙市公安局' },
    says: 'note official_seal',
  },
  'address-seal-differ': {
    changes: { official_seal: '湖南省长沙市公安局' },
    says: 'note official_seal',
  },
  'address-overprinted': {
    changes: { address: '广东省深圳市彭岙名邸52-3-2805效仅限办理网约车注册' },
    says: 'warning address',
  },
  'read-before': {
    context: { before: licenseWith({ car_class: 'C2' }) },
    says: 'note car_class',
  },
}

describe('check', () => {
  it('finds nothing in a sound license', () => {
    expect(check(soundLicense, { today })).toEqual([])
  })

  it('finds nothing in an empty one: what is missing is a matter for the review', () => {
    expect(
      check(
        mapFields(() => ''),
        { today },
      ),
    ).toEqual([])
  })

  it.each(rules)('%s is found alone where it should be', (rule) => {
    const { changes = {}, context = {}, says, and = [] } = cases[rule]
    expect(findingsOf(changes, context).toSorted()).toEqual([`${says} ${rule}`, ...and].toSorted())
  })
})
