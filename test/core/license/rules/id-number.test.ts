import { describe, expect, it } from 'vitest'
import { checkIdNumber } from '../../../../core/license/rules/id-number.ts'
import { findingsOf, licenseWith } from '../sample.ts'

describe('the license number', () => {
  it.each([
    ['too short', '44190019901221051', 'id-length'],
    ['too long', '4419001990122105199', 'id-length'],
    ['X in the wrong place', 'X41900199012210519', 'id-form'],
    ['wrong check digit', '441900199012210517', 'id-checksum'],
  ])('%s: an error for a Chinese, a warning for a foreigner', (_, id_num, rule) => {
    expect(findingsOf({ id_num })).toEqual([`error id_num ${rule}`])
    expect(findingsOf({ id_num, nationality: '' })).toEqual([`error id_num ${rule}`])
    expect(findingsOf({ id_num, nationality: '德国' })).toEqual([`warning id_num ${rule}`])
  })

  it('only warns where other letters show that it is no mainland number, such as a soldier’s', () => {
    expect(findingsOf({ id_num: 'J1234567' })).toEqual(['warning id_num id-length'])
    expect(findingsOf({ id_num: 'J41900199012210519' })).toEqual(['warning id_num id-form'])
  })

  it('never gives a foreigner an error, whatever the digits say', () => {
    const found = checkIdNumber(
      licenseWith({
        id_num: '441900199012210517',
        sex: '女',
        birth_date: '1980-01-01',
        nationality: '德国',
      }),
    )
    expect(found).toHaveLength(4)
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['warning']))
  })

  it('says which check character belongs to the digits', () => {
    const license = licenseWith({ id_num: '110105194912310021', birth_date: '', sex: '' })
    expect(checkIdNumber(license)).toMatchObject([
      { rule: 'id-checksum', values: { expected: 'X' } },
    ])
  })

  it('doubts only the date of birth when the number is sound, both when it is not', () => {
    expect(findingsOf({ birth_date: '1990-12-12' })).toEqual(['error birth_date id-birth-mismatch'])
    expect(findingsOf({ id_num: '441900199012210517', birth_date: '1990-12-12' })).toEqual([
      'error id_num id-checksum',
      'error id_num id-birth-mismatch',
      'error birth_date id-birth-mismatch',
    ])
  })

  it('compares nothing with a date or sex that is missing or none', () => {
    for (const birth_date of ['', '1990-02-30'])
      expect(checkIdNumber(licenseWith({ birth_date }))).toEqual([])
    for (const sex of ['', '勇']) expect(checkIdNumber(licenseWith({ sex }))).toEqual([])
  })

  it('fits a woman’s even sequence', () => {
    expect(findingsOf({ id_num: '441900199012210527', sex: '女' })).toEqual([])
    expect(findingsOf({ id_num: '441900199012210527', sex: '男' })).toEqual([
      'error sex id-sex-mismatch',
    ])
  })
})
