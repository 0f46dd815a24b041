import { expect, test } from 'vitest'
import { doubtNames } from '../../../../electron/engine/doubts/near-names.ts'
import { allPlaces } from '../../../fixtures/cards/places.ts'

test('a district that nearly exists is doubted, with the whole address as it may be', () => {
  expect(doubtNames('address', '山东省临沂市临沐县和平街699号')).toEqual([
    {
      kind: 'near-name',
      read: '临沐县',
      known: '临沭县',
      other: '山东省临沂市临沭县和平街699号',
    },
  ])
})

test('a seal is doubted for its place or for its office', () => {
  const othersOf = (seal: string) =>
    doubtNames('official_seal', seal).map((doubt) =>
      doubt.kind === 'near-name' ? doubt.other : doubt.kind,
    )
  const guilin = '广西壮族自治区桂林市公安局交通警察支队'
  expect(othersOf(guilin.slice(1))).toEqual([guilin])
  expect(othersOf(guilin.replace('警察', '察'))).toEqual([guilin])
  expect(othersOf('广西壮族自治区桂林市水果')).toEqual([''])
})

test('no place of the list and no seal of it is doubted', () => {
  const doubted = allPlaces.filter(
    ({ province, city, district, seal }) =>
      [
        ...doubtNames('address', `${province}${city}${district}和平街1号`),
        ...doubtNames('official_seal', seal),
      ].length > 0,
  )
  expect(doubted).toEqual([])
})
