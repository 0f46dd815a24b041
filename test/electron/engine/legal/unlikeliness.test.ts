import { describe, expect, test } from 'vitest'
import {
  missingNumbers,
  unlikelinessOfAddress,
  unlikelinessOfName,
} from '../../../../electron/engine/legal/unlikeliness.ts'

describe('against an address speaks', () => {
  test.each([
    '北京市朝阳区建国路88号6号楼1单元2层305号',
    '广州市天河区龙口西路3号',
    '河北省石家庄市平山县东门街道西门村8组',
    '福建省厦门市思明区厦门大学1号楼',
    '江苏省连云港市灌南县桃屯西路1791号7号院30楼1门1908号',
    '',
  ])('nothing: %s', (address) => {
    expect(unlikelinessOfAddress(address)).toBe(0)
  })

  test.each([
    ['a place that there is not', '重庆市壁山区罗溪村'],
    ['a province that there is not', '可北省石家庄市'],
    ['an entrance without a number', '北京市朝阳区王庄6号院7楼门1607号'],
    ['a staircase without a number', '北京市朝阳区建国路1608号18幢单元505室'],
    ['a house without a number', '北京市朝阳区建国路号'],
    ['a letter behind the last number', '北京市朝阳区邹柳村8组A1'],
    ['a number that no house has', '北京市朝阳区建国路2724号161711'],
    ['a number that few buildings have', '北京市朝阳区建国路2682号634栋'],
  ])('%s', (_, address) => {
    expect(unlikelinessOfAddress(address)).toBeGreaterThan(0)
  })

  test('and it is told where a number is missing', () => {
    expect(missingNumbers('王庄6号院7楼门1607号')).toEqual([7])
    expect(missingNumbers('1608号18幢单元505室')).toEqual([8])
    expect(missingNumbers('1608号18幢1单元505室')).toEqual([])
  })
})

test('against a Chinese name speaks that it begins with no surname', () => {
  for (const name of ['王建国', '欧阳修', '訾歆', '吐尔逊·阿卜杜热合曼', 'SCHNEIDER JOHANN', ''])
    expect(unlikelinessOfName(name)).toBe(0)
  for (const name of ['我伟云', '皆歆']) expect(unlikelinessOfName(name)).toBeGreaterThan(0)
})
