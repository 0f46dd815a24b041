import type { FieldName } from '../license/field.ts'
import type { Said } from './said.ts'

/** What each field is called, as short as it stands on the card. */
export const fieldWords: { readonly [F in FieldName]: Said } = {
  id_num: { zh: '证号', en: 'ID number' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  nationality: { zh: '国籍', en: 'Nationality' },
  address: { zh: '住址', en: 'Address' },
  birth_date: { zh: '出生日期', en: 'Born' },
  issue_date: { zh: '初次领证', en: 'First issued' },
  car_class: { zh: '准驾车型', en: 'Class' },
  valid_from: { zh: '有效起始', en: 'Valid from' },
  valid_to: { zh: '有效期至', en: 'Valid to' },
  official_seal: { zh: '印章', en: 'Seal' },
}
