import { expect, it } from 'vitest'
import { initialsOf, isFound } from '../../../renderer/state/pinyin.ts'

it.each([
  ['导出表格', 'dcbg'],
  ['下一张待看的驾驶证', 'xyzdkdjsz'],
  ['切换语言：中文 / English', 'qhyyzwenglish'],
  ['全部按键', 'qbaj'],
  ['锁上窗口', 'ssck'],
  ['', ''],
])('gives the initials of the sounds of %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials)
})

it('finds by a part of the words, whatever the case, or by initials; an empty wish finds all', () => {
  expect(isFound('EXP', ['导出', 'Export'])).toBe(true)
  expect(isFound('d c', ['导出'])).toBe(true)
  expect(isFound('cd', ['导出'])).toBe(false)
  expect(isFound(' ', ['导出'])).toBe(true)
})
