import type { FieldName } from '../license/field.ts'
import type { Said } from '../words/said.ts'

/** Each field as a table heads it. */
export const fieldHeadings: Readonly<Record<FieldName, Said>> = {
  id_num: { zh: '证号', en: 'License number' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  nationality: { zh: '国籍', en: 'Nationality' },
  address: { zh: '住址', en: 'Address' },
  birth_date: { zh: '出生日期', en: 'Date of birth' },
  issue_date: { zh: '初次领证日期', en: 'Date of first issue' },
  car_class: { zh: '准驾车型', en: 'Class' },
  valid_from: { zh: '有效期起', en: 'Valid from' },
  valid_to: { zh: '有效期止', en: 'Valid to' },
  official_seal: { zh: '发证机关印章', en: 'Seal' },
}
