import { describe, expect, it } from 'vitest'
import { checkReadBefore } from '../../../../core/license/rules/read-before.ts'
import { licenseWith, soundLicense, today } from '../sample.ts'

describe('a license that was read before', () => {
  it('notes each field that has changed, with what it was (fault 65)', () => {
    const before = licenseWith({ valid_to: '2024-07-06', car_class: 'C2', name: '' })
    expect(checkReadBefore(soundLicense, { today, before })).toEqual([
      expect.objectContaining({ severity: 'note', field: 'car_class', values: { before: 'C2' } }),
      expect.objectContaining({
        severity: 'note',
        field: 'valid_to',
        values: { before: '2024-07-06' },
      }),
    ])
  })

  it('notes nothing when all is as before, nothing was read, or the number is another', () => {
    expect(checkReadBefore(soundLicense, { today, before: soundLicense })).toEqual([])
    expect(checkReadBefore(soundLicense, { today })).toEqual([])
    const other = licenseWith({ id_num: '11010519491231002X', name: '李四' })
    expect(checkReadBefore(soundLicense, { today, before: other })).toEqual([])
    const none = licenseWith({ id_num: '' })
    expect(checkReadBefore(none, { today, before: { ...none, name: '李四' } })).toEqual([])
  })
})
