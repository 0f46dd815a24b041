import type { Form } from './form.ts'

/** The form's 1 is a bare stroke; of marks an address has these. */
const inAddress = (text: string): string | undefined => {
  if (/^[/|\\lIi丨]$/.test(text)) return '1'
  if (text === '(') return '（'
  if (text === ')') return '）'
  if (text === ' ') return ''
  return /^[\p{Script=Han}\p{N}A-Z()（）·#〇-]?$/u.test(text) ? text : undefined
}

/** Every place of a main page where something is printed. */
export const mainValues = [
  'number',
  'name',
  'sex',
  'nationality',
  'address1',
  'address2',
  'birth',
  'issue',
  'class',
  'period',
  'seal1',
  'seal2',
  'seal3',
] as const

export type MainValue = (typeof mainValues)[number]

/**
 * 正页, of both styles: they differ in the last row and in English words. Measured on real cards: the paper is 88 mm by
 * 60 mm, printed words stand within 1 mm of these places, values drift together by up to 2 mm.
 */
export const mainPage: Form<MainValue> = {
  width: 88,
  height: 60,
  title: { text: '中华人民共和国机动车驾驶证', box: [17, 3.5, 71, 7.2] },
  words: [
    {
      text: "Driving License of the People's Republic of China",
      box: [17, 7.7, 70.7, 9.7],
      isSmall: true,
    },
    { text: '姓名', box: [4.4, 15.8, 9.4, 18.2] },
    { text: 'Name', box: [4.4, 18.4, 9.4, 20], isSmall: true },
    { text: '性别', box: [41.6, 15.8, 46.5, 18.2] },
    { text: 'Sex', box: [41.6, 18.4, 44.6, 20], isSmall: true },
    { text: '国籍', box: [56.5, 15.7, 61.6, 18.2] },
    { text: 'Nationality', box: [56.5, 18.4, 66, 20], isSmall: true },
    { text: '住址', box: [4.4, 21.6, 9.4, 24] },
    { text: 'Address', box: [4.4, 24.2, 11.4, 25.8], isSmall: true },
    { text: '出生日期', box: [23.8, 33.3, 34, 35.8] },
    { text: 'Date of Birth', box: [23.8, 35.9, 33.8, 37.5], isSmall: true },
    { text: '初次领证日期', box: [23.8, 39.5, 39.2, 42] },
    { text: 'Date of First Issue', box: [23.8, 42.1, 38.2, 43.7], isSmall: true },
    { text: '准驾车型', box: [23.8, 45.9, 34, 48.4] },
    { text: 'Class', box: [23.8, 48.5, 28, 50.1], isSmall: true },
    { text: '有效期限', box: [4.6, 52.5, 14.8, 55] },
    { text: 'Valid Period', box: [4.6, 55.1, 14.6, 56.7], isSmall: true },
  ],
  values: {
    number: { box: [34, 10.5, 79, 14.5], begins: 36, height: 3.3 },
    name: { box: [10.4, 16.3, 40.6, 20], begins: 10.7, ends: 40.2, height: 3.4 },
    sex: { box: [47.2, 16.3, 54, 20], begins: 48.6, height: 3.5 },
    nationality: { box: [65.8, 16.3, 82, 20], begins: 66.4, height: 3.5 },
    address1: { box: [11.2, 22, 80, 25.8], begins: 12.4, height: 3.5, meaningOf: inAddress },
    address2: { box: [4.4, 27.4, 63, 31.2], height: 3.5, meaningOf: inAddress },
    birth: { box: [34.6, 33.4, 61, 37], begins: 36, height: 3.3 },
    issue: { box: [39.6, 39.6, 64.5, 43.2], begins: 41, height: 3.3 },
    class: { box: [36, 46, 61.6, 49.6], height: 2.8 },
    period: { box: [15.4, 52.2, 70.5, 56], begins: 18, height: 3.3 },
    seal1: { box: [3, 33.2, 23.4, 37.6], height: 3.4 },
    seal2: { box: [3, 39.6, 23.4, 44], height: 3.4 },
    seal3: { box: [3, 46, 23.4, 50.4], height: 3.4 },
  },
}
