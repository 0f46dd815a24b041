import { carClasses } from '../../../core/license/parse/car-class.ts'
import { type Automaton, AutomatonBuilder } from './automaton.ts'

/** What may stand in each field of the form. */

const digits = '0123456789'

function make(build: (parts: AutomatonBuilder) => readonly number[]): Automaton {
  const parts = new AutomatonBuilder()
  return parts.build(build(parts))
}

/** Days of a month; February has 29 here, the calendar of the one year is a rule's business. */
function dayOfYear(parts: AutomatonBuilder, from: number, separator: string): number {
  const end = parts.node()
  const days = (month: number, last: number): void => {
    const tens = separator === '' ? month : parts.run(month, separator)
    parts.arc(parts.run(tens, '0'), '123456789', end)
    parts.arc(parts.run(tens, '12'), digits, end)
    if (last > 29) parts.arc(parts.run(tens, '3'), last === 31 ? '01' : '0', end)
  }
  const zero = parts.run(from, '0')
  const one = parts.run(from, '1')
  const [full, short, february] = [parts.node(), parts.node(), parts.node()]
  parts.arc(zero, '13578', full)
  parts.arc(one, '02', full)
  parts.arc(zero, '469', short)
  parts.arc(one, '1', short)
  parts.arc(zero, '2', february)
  days(full, 31)
  days(short, 30)
  days(february, 29)
  return end
}

/** Years that can be: nobody born before 1910 drives, no license is valid beyond 2079. */
function year(parts: AutomatonBuilder, from: number, first: string, second: string): number {
  const decade = parts.node()
  if (first !== '') parts.arc(parts.run(from, '1', '9'), first, decade)
  parts.arc(parts.run(from, '2', '0'), second, decade)
  return parts.run(decade, digits)
}

function date(parts: AutomatonBuilder, from: number, first: string, second: string): number {
  return dayOfYear(parts, parts.run(year(parts, from, first, second), '-'), '-')
}

export const birthDate = make((parts) => [date(parts, 0, '123456789', '012')])
export const issueDate = make((parts) => [date(parts, 0, '456789', '0123')])

/** `2018-07-06至2024-07-06` or `2018-07-06至长期`. */
export const currentPeriod = make((parts) => {
  const to = parts.run(date(parts, 0, '89', '0123'), '至')
  return [date(parts, to, '9', '01234567'), parts.word(to, '长期')]
})

/** `日期2010-12-14有效期限6年`: on a card of the old style, printed labels stand before and between. */
export const oldPeriod = make((parts) => {
  const start = parts.node()
  for (const before of ['期', '日期']) parts.wordTo(0, before, start)
  const label = parts.word(date(parts, start, '89', '0123'), '有效期限')
  return ['6年', '10年', '长期'].map((word) => parts.word(label, word))
})

export const sex = make((parts) => [parts.word(0, '男'), parts.word(0, '女')])

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/** 17 digits and a check character; of 18 the birth date is a day that can be. */
export const mainlandNumber = make((parts) => {
  const region = parts.run(0, '123456789', digits, digits, digits, digits, digits)
  const born = dayOfYear(parts, year(parts, region, '123456789', '012'), '')
  return [parts.run(born, digits, digits, digits, `${digits}X`)]
})

/** Digits that can stand at a place of a number. */
const placeDigits = (place: number): string =>
  ({ 0: '123456789', 6: '12', 7: '90', 10: '01', 12: '0123' })[place] ?? digits

/** The same with a check character that fits. */
export const soundNumber = make((parts) => {
  // A node for every place in the number and remainder of the weighted sum so far; the date of birth is not looked at.
  let nodes = new Map([[0, 0]])
  weights.forEach((weight, place) => {
    const next = new Map<number, number>()
    for (const [remainder, from] of nodes) {
      for (const digit of placeDigits(place)) {
        const sum = (remainder + weight * Number(digit)) % 11
        const to = next.get(sum) ?? parts.node()
        next.set(sum, to)
        parts.arc(from, [digit], to)
      }
    }
    nodes = next
  })
  const end = parts.node()
  for (const [remainder, from] of nodes) parts.arc(from, [checkCharacters[remainder] ?? ''], end)
  return [end]
})

export const oldNumber = make((parts) => [
  parts.run(0, ...Array.from({ length: 15 }, () => digits)),
])
export const fileNumber = make((parts) => [
  parts.run(0, ...Array.from({ length: 12 }, () => digits)),
])

/** Which classes a license names together, in the order in which they are printed. */
export const carClass = make((parts) => {
  const ends: number[] = []
  carClasses.forEach((one, first) => {
    ends.push(parts.word(0, one))
    carClasses.forEach((two, second) => {
      if (second <= first) return
      ends.push(parts.word(0, one + two))
      carClasses.forEach((three, third) => {
        if (third > second && /^[DEFMNP]$/.test(three)) ends.push(parts.word(0, one + two + three))
      })
    })
  })
  return [...new Set(ends)]
})

const countries = [
  '中国',
  '美国',
  '英国',
  '法国',
  '德国',
  '日本',
  '韩国',
  '朝鲜',
  '俄罗斯',
  '加拿大',
  '澳大利亚',
  '新西兰',
  '意大利',
  '西班牙',
  '葡萄牙',
  '荷兰',
  '比利时',
  '瑞士',
  '瑞典',
  '挪威',
  '丹麦',
  '芬兰',
  '奥地利',
  '希腊',
  '波兰',
  '捷克',
  '匈牙利',
  '罗马尼亚',
  '保加利亚',
  '塞尔维亚',
  '乌克兰',
  '白俄罗斯',
  '爱尔兰',
  '土耳其',
  '以色列',
  '伊朗',
  '伊拉克',
  '沙特阿拉伯',
  '阿联酋',
  '巴基斯坦',
  '印度',
  '孟加拉国',
  '斯里兰卡',
  '尼泊尔',
  '缅甸',
  '泰国',
  '越南',
  '老挝',
  '柬埔寨',
  '马来西亚',
  '新加坡',
  '印度尼西亚',
  '菲律宾',
  '蒙古',
  '哈萨克斯坦',
  '乌兹别克斯坦',
  '吉尔吉斯斯坦',
  '塔吉克斯坦',
  '阿富汗',
  '埃及',
  '南非',
  '尼日利亚',
  '加纳',
  '肯尼亚',
  '埃塞俄比亚',
  '坦桑尼亚',
  '阿尔及利亚',
  '摩洛哥',
  '突尼斯',
  '苏丹',
  '喀麦隆',
  '巴西',
  '阿根廷',
  '智利',
  '秘鲁',
  '墨西哥',
  '哥伦比亚',
  '古巴',
  '委内瑞拉',
  '也门',
  '约旦',
  '黎巴嫩',
  '叙利亚',
  '科威特',
] as const

/** A country; China since about 2020 with its code. */
export const nationality = make((parts) => [
  ...countries.map((country) => parts.word(0, country)),
  parts.word(0, '中国/CHN'),
])
