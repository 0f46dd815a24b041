import type { MainValue } from './main-page.ts'

/** What is printed before a value, as the form says it and as others who draw a license do, the longer text first. */
export const labelsOf: readonly (readonly [MainValue, readonly string[]])[] = [
  ['number', ['证号']],
  ['name', ['姓名']],
  ['sex', ['性别']],
  ['nationality', ['国籍']],
  ['address1', ['住址']],
  ['birth', ['出生日期', '出生']],
  ['issue', ['初次领证日期', '初次领证']],
  ['class', ['准驾车型', '准驾类型', '驾驶类型']],
  ['period', ['有效期限', '有效起始日期', '有效期']],
]
