import { expect, it } from 'vitest'
import { kinshipOf, mayBeOne } from '../../../core/people/same-person.ts'
import { licenseWith, soundLicense } from '../license/sample.ts'

const namesake = licenseWith({ id_num: '441900199012210527' })
const stranger = licenseWith({ id_num: '330106199207152847', name: '李四' })

it('knows a person by the number, whatever its case', () => {
  const one = licenseWith({ id_num: '11010119900101001x' })
  expect(kinshipOf(one, licenseWith({ id_num: '11010119900101001X', name: '别人' }))).toBe('same')
  expect(kinshipOf(soundLicense, stranger)).toBe('none')
})

it('takes the same name and date of birth for alike only', () => {
  expect(kinshipOf(soundLicense, namesake)).toBe('alike')
  expect(kinshipOf(soundLicense, { ...namesake, birth_date: '1991-12-21' })).toBe('none')
})

it('knows nobody by what was not read', () => {
  const nothing = licenseWith({ id_num: '', name: '', birth_date: '' })
  expect(kinshipOf(nothing, nothing)).toBe('none')
  expect(kinshipOf(licenseWith({ id_num: '' }), licenseWith({ id_num: '' }))).toBe('alike')
})

it('lets stand as one only what hangs together', () => {
  const third = licenseWith({ id_num: namesake.id_num, name: '张叁' })
  expect(mayBeOne([soundLicense, third])).toBe(false)
  expect(mayBeOne([soundLicense, third, namesake])).toBe(true)
  expect(mayBeOne([soundLicense, namesake, stranger])).toBe(false)
  expect(mayBeOne([])).toBe(false)
})
