import { expect, it } from 'vitest'
import { doubtsAbout } from '../../../core/license/second-page.ts'

const printed = (value: string, confidence: number | null = 0.99) => ({ value, confidence })
const number = '441900199012210519'
const sound = {
  number: printed(number),
  fileNumber: printed('440012345678'),
  record: printed('', null),
}

it('raises no doubt about a second page that fits the first, or where a number was not read', () => {
  expect(doubtsAbout(sound, number)).toEqual([])
  expect(doubtsAbout(sound, '')).toEqual([])
  expect(doubtsAbout({ ...sound, number: printed('', null) }, '1')).toEqual([])
  expect(doubtsAbout({ ...sound, fileNumber: printed('', null) }, number)).toEqual([])
})

it('raises one where it is of another license, odd or unclear', () => {
  expect(doubtsAbout(sound, '330106199207152847')).toEqual(['other-license'])
  expect(doubtsAbout({ ...sound, fileNumber: printed('44001234567') }, number)).toEqual([
    'file-number-odd',
  ])
  expect(doubtsAbout({ ...sound, record: printed('实习期', 0.79) }, number)).toEqual(['unclear'])
  expect(doubtsAbout({ ...sound, fileNumber: printed('44001234567X', 0.5) }, '1')).toEqual([
    'other-license',
    'file-number-odd',
    'unclear',
  ])
})
