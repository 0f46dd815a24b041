import type { table as english } from '../en/table.ts'
import type { InChinese } from '../in-chinese.ts'

/** What stands in a spreadsheet, and why one could not be written. */
export const table: InChinese<typeof english> = {
  field: {
    id_num: '证号',
    name: '姓名',
    sex: '性别',
    nationality: '国籍',
    address: '住址',
    birth_date: '出生日期',
    issue_date: '初次领证日期',
    car_class: '准驾车型',
    valid_from: '有效期起',
    valid_to: '有效期止',
    official_seal: '发证机关印章',
  },
  source: '来源文件',
  review: '核对状态',
  readAt: '读取时间',
  fileNumber: '档案编号',
  record: '记录',
  ready: '无需核对',
  checked: '已核对',
  open: '待核对: {{fields}}',
  secondPageOpen: '{{state}}；副页待核对',
  failed: {
    'disk-full': { reason: '磁盘满了', remedy: '请腾出一些空间，或换一个盘' },
    'read-only': { reason: '这个文件夹或文件不让写入', remedy: '请换一个文件夹' },
    'missing-folder': { reason: '原来的文件夹不在了', remedy: '请换一个文件夹' },
    'in-the-way': { reason: '那里是图片或文件夹，不会被表格替换', remedy: '请换一个文件名' },
    'read-back-differs': {
      reason: '写完再读回来对不上，这个文件不可信',
      remedy: '请导出到另一个盘',
    },
    other: { reason: '没能写成', remedy: '请换一个文件名或文件夹再试' },
  },
}
