import { expect, it } from 'vitest'
import type { FieldName } from '../../../core/license/field.ts'
import { valueInLine } from '../../../core/license/line-value.ts'

it.each<[FieldName, string, string]>([
  ['id_num', '证号 411104198806123910', '411104198806123910'],
  ['id_num', '4111 0419 8806 1239 10', '411104198806123910'],
  ['name', '姓名 佘明远 性别 男 国籍 中国', '佘明远'],
  ['sex', '姓名佘明远性别男国籍中国', '男'],
  ['nationality', '姓名 佘明远 性别 男 国籍 中国', '中国'],
  ['name', '佘明远', '佘明远'],
  ['name', 'Name SMITH JOHN', 'SMITH JOHN'],
  ['address', '住址河南省漯河市郾城区团结路57号', '河南省漯河市郾城区团结路57号'],
  ['address', '团结路57号 (3单元)', '团结路57号（3单元）'],
  ['birth_date', '出生日期 Date of Birth 1988-06-12', '1988-06-12'],
  ['issue_date', '2009-08-15', '2009-08-15'],
  ['valid_from', '有效期限 2021-08-15 至 2031-08-15', '2021-08-15'],
  ['valid_to', '有效期限 2021-08-15 至 2031-08-15', '2031-08-15'],
  ['valid_to', '2021-08-15至长期', '长期'],
  ['valid_to', '2031-08-15', '2031-08-15'],
  ['car_class', '准驾车型 c1d', 'C1D'],
  ['official_seal', '河南省漯河市公安局', '河南省漯河市公安局'],
  ['birth_date', '佘明远', ''],
  ['sex', '411104198806123910', ''],
])('takes for %s of “%s” what belongs to it', (field, line, value) => {
  expect(valueInLine(field, line)).toBe(value)
})
