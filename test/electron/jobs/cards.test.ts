import { describe, expect, it } from 'vitest'
import type { Readings } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { matchCards } from '../../../electron/jobs/cards.ts'
import { recordWith } from '../../core/license/sample.ts'
import { readingsOf } from '../../fakes/fake-recognizer.ts'

const recordsOf = (readings: Readings): LicenseRecord[] =>
  readings.map((reading, at) => ({ ...recordWith(), id: `record ${at + 1}`, reading }))

/** Ids of the records of each reading, and of those that are left. */
function matched(readings: Readings, before: readonly LicenseRecord[]) {
  const { pairs, left } = matchCards(readings, before)
  return [pairs.map(({ record }) => record?.id ?? 'new'), left.map(({ id }) => id)]
}

const withoutPlace = ([first, ...others]: Readings): Readings => {
  const strip = (reading: typeof first): typeof first => {
    const { card: _where, ...image } = reading.image
    return { ...reading, image }
  }
  return [strip(first), ...others.map(strip)]
}

describe('a picture that is read once more', () => {
  const before = recordsOf(readingsOf('1', '2', '3'))

  it('gives each card its record by the number, whatever their order', () => {
    const mixed = withoutPlace(readingsOf('3', '1', '2'))
    expect(matched(mixed, before)).toEqual([['record 3', 'record 1', 'record 2'], []])
  })

  it('knows a number also as a person corrected it, and before', () => {
    const [first, ...others] = before
    const decisions = { id_num: { kind: 'corrected', value: '9x' } } as const
    const corrected = first === undefined ? [] : [{ ...first, decisions }, ...others]
    expect(matched(withoutPlace(readingsOf('2', '9X')), corrected)).toEqual([
      ['record 2', 'record 1'],
      ['record 3'],
    ])
    expect(matched(withoutPlace(readingsOf('2', '1')), corrected)).toEqual([
      ['record 2', 'record 1'],
      ['record 3'],
    ])
  })

  it('gives a card whose number is read otherwise its record by the place', () => {
    expect(matched(readingsOf('7', ''), before)).toEqual([['record 1', 'record 2'], ['record 3']])
  })

  it('tells two cards of one person apart by their places', () => {
    const twice = recordsOf(readingsOf('1', '1'))
    expect(matched(readingsOf('1', '1'), twice)).toEqual([['record 1', 'record 2'], []])
  })

  it('goes by the order where nothing else tells, and they are as many', () => {
    const unknown = withoutPlace(readingsOf('', '2', '8'))
    expect(matched(unknown, before)).toEqual([['record 1', 'record 2', 'record 3'], []])
  })

  it('never takes a card for one that lies elsewhere, though each time one was found', () => {
    const [, other] = readingsOf('7', '8')
    const [first] = before
    if (other === undefined || first === undefined) throw new Error('there are two cards')
    expect(matched([other], [first])).toEqual([['new'], ['record 1']])
    const unplaced = withoutPlace([other])
    expect(matched(unplaced, [first])).toEqual([['record 1'], []])
  })

  it('makes no record of two out of doubt, and leaves none out', () => {
    const more = withoutPlace(readingsOf('1', '7', '8', '9'))
    expect(matched(more, before)).toEqual([
      ['record 1', 'new', 'new', 'new'],
      ['record 2', 'record 3'],
    ])
  })
})
