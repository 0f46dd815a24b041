import { describe, expect, it } from 'vitest'
import { checkPlace } from '../../../../core/license/rules/place.ts'
import { checkCharacter } from '../../../../core/license/parse/id-number.ts'
import { allPlaces } from '../../../fixtures/cards/places.ts'
import { findingsOf, licenseWith } from '../sample.ts'

const changsha = '湖南省长沙市公安局交通警察支队'

describe('places', () => {
  it('only note what does not agree: people move', () => {
    expect(
      findingsOf({ address: '湖南省长沙市和平街1号', official_seal: '四川省成都市公安局' }),
    ).toEqual(['note address region-address-differ', 'note official_seal address-seal-differ'])
  })

  it('compare the seal with the address first, with the region digits where it names no province', () => {
    expect(findingsOf({ address: '湖南省长沙市和平街1号', official_seal: changsha })).toEqual([
      'note address region-address-differ',
    ])
    expect(findingsOf({ address: '东莞市和平街1号' })).toEqual([])
    expect(findingsOf({ address: '东莞市和平街1号', official_seal: changsha })).toEqual([
      'note official_seal region-seal-differ',
    ])
    expect(findingsOf({ address: '', official_seal: changsha, id_num: '' })).toEqual([])
  })

  it('are doubted where words stand in them that people write across copies', () => {
    const said = (address: string): readonly string[] =>
      checkPlace(licenseWith({ address }))
        .filter(({ rule }) => rule === 'address-overprinted')
        .map(({ values }) => values['words'] ?? '')
    expect(said('和平街1号仅供租车使用')).toEqual(['仅供'])
    expect(said('和平街1号复印无效')).toEqual(['复印'])
    expect(said('和平街1号供应站有限公司宿舍')).toEqual([])
  })

  it('say nothing about a province that the seal does not name', () => {
    expect(findingsOf({ official_seal: '东莞市公安局' })).toEqual([])
    expect(findingsOf({ official_seal: '' })).toEqual([])
  })

  it.each(['810000199003070015', '830000199012210511'])('know the region of %s', (id_num) =>
    expect(checkPlace(licenseWith({ id_num })).map(({ rule }) => rule)).toEqual([
      'region-address-differ',
    ]),
  )

  it('stand behind the 9 in the number of a foreigner who lives here', () => {
    const foreigner = { nationality: '德国', address: '广东省东莞市和平街1号' }
    const rulesOf = (id_num: string) =>
      checkPlace(licenseWith({ ...foreigner, id_num })).map(({ rule, values }) => [rule, values])
    expect(rulesOf('944276199003070015')).toEqual([])
    expect(rulesOf('943276199003070015')).toEqual([['region-address-differ', { province: '湖南' }]])
    expect(rulesOf('990276199003070015')).toEqual([['id-region-unknown', { digits: '990' }]])
  })

  it('are not read from any other number of a foreigner', () => {
    const id_num = '430102199003070015'
    const address = '广东省东莞市和平街1号'
    expect(checkPlace(licenseWith({ id_num, address, nationality: '德国' }))).toEqual([])
  })

  it('agree for somebody who was born, lives and was licensed in any one county of the mainland', () => {
    expect(allPlaces.length).toBeGreaterThan(2500)
    const noted = allPlaces.filter(({ code, province, city, district, seal }) => {
      const digits = `${code}19901221051`
      return (
        checkPlace(
          licenseWith({
            id_num: digits + checkCharacter(digits),
            address: `${province}${city}${district}和平街1号`,
            official_seal: seal,
          }),
        ).length > 0
      )
    })
    expect(noted).toEqual([])
  })
})
