import type { card as english } from '../en/card.ts'
import type { InChinese } from '../in-chinese.ts'

/** What a card and its fields are called, and what is said of the card as a whole. */
export const card: InChinese<typeof english> = {
  field: {
    id_num: '证号',
    name: '姓名',
    sex: '性别',
    nationality: '国籍',
    address: '住址',
    birth_date: '出生日期',
    issue_date: '初次领证',
    car_class: '准驾车型',
    valid_from: '有效起始',
    valid_to: '有效期至',
    official_seal: '印章',
  },
  medium: {
    copy: { badge: '复印件', advice: '请核对原件' },
    electronic: { badge: '电子驾驶证', advice: '请当面核验' },
  },
  hindered: '这张不好读：{{hindrances}}。有疑问请重拍。',
  hindrance: {
    blur: '图片模糊',
    glare: '有反光',
    'cut-off': '证件没有拍全',
    'too-small': '证件太小',
    'turned-away': '拍得太斜',
    covered: '有东西挡住',
  },
  secondPage: {
    'other-license': '副页上的证号与正页不同，请核对是不是同一本。',
    'file-number-odd': '档案编号应是 12 位数字，请对照原图。',
    unclear: '副页有看不清的地方，请对照原图。',
  },
  comma: '、',
  page: '{{name}} · 第 {{page}} 页',
  pageAlone: '第 {{page}} 页',
  placed: '{{source}} · 第 {{index}} 张，共 {{of}} 张',
}
