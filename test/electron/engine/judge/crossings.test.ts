import { expect, test } from 'vitest'
import { crossings } from '../../../../electron/engine/judge/crossings.ts'

test('two texts that differ at one place cross to themselves', () => {
  expect(crossings('朝阳区', '朝旧区')).toEqual(['朝阳区', '朝旧区'])
  expect(crossings('朝阳区', '朝阳区')).toEqual(['朝阳区'])
  expect(crossings('', '8组')).toEqual(['', '8组'])
})

test('where they differ at two places, each may be right at either', () => {
  expect(crossings('朝区建国路', '朝阳区建围路')).toEqual([
    '朝区建国路',
    '朝区建围路',
    '朝阳区建国路',
    '朝阳区建围路',
  ])
})

test('texts that have little in common are not mixed', () => {
  expect(crossings('一甲二乙三丙四丁五戊', '一子二丑三寅四卯五辰')).toEqual([
    '一甲二乙三丙四丁五戊',
    '一子二丑三寅四卯五辰',
  ])
})
