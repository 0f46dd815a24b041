import { expect, test } from 'vitest'
import { isElectronic, paperOf } from '../../../../electron/engine/judge/other-papers.ts'

test.each([
  [['中华人民共和国机动车行驶证', '号牌号码粤B12345', '车辆类型小型轿车'], 'vehicle-license'],
  [['姓名王建国', '民族汉', '公民身份号码'], 'identity-card'],
  [['汽车租赁合同', '甲方：', '乙方：'], 'other-document'],
  [['档案编号440300123456', '记录'], 'second-page'],
  [['驾驶证信息', '重庆市交通警察总队', '累积记分', '下一清分日期'], 'other-document'],
  [
    ['春眠不觉晓', '处处闻啼鸟', '夜来风雨声', '花落知多少', '白日依山尽', '黄河入海流'],
    'other-document',
  ],
  // A contract that names an identity card's number is a contract.
  [['租车协议', '甲方', '承租人', '公民身份号码'], 'other-document'],
] as const)('%j is a %s', (texts, paper) => {
  expect(paperOf(texts)).toBe(paper)
})

test('words that tell nothing tell nothing', () => {
  expect(paperOf(['你好', '12:30'])).toBeUndefined()
  expect(paperOf([])).toBeUndefined()
  expect(paperOf(['前方施工', '', '', '限速', '', '', ''])).toBeUndefined()
})

test('a screen is known by the words around the license', () => {
  expect(isElectronic(['12:30', '电子驾驶证'])).toBe(true)
  expect(isElectronic(['中华人民共和国机动车驾驶证', '姓名'])).toBe(false)
})
