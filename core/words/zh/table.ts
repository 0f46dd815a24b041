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
  column: {
    record_id: '记录号',
    phone: '电话',
    plate: '车牌号',
    pick_up: '取车日期',
    return: '还车日期',
    clerk: '经办人',
    wished_class: '申请车型',
    enrolled_on: '报名日期',
    answer: '回访结果',
    blank: '空白列',
  },
  preset: {
    full: '全部字段',
    rental: '租车台账',
    school: '驾校学员',
    call: '到期回访',
  },
  sheet: '驾驶证',
  source: '来源文件',
  review: '核对状态',
  readAt: '读取时间',
  fileNumber: '档案编号',
  record: '记录',
  ready: '无需核对',
  checked: '已核对',
  open: '待核对: {{fields}}',
  wrong: '有错: {{fields}}',
  wrongAndOpen: '{{wrong}}；{{open}}',
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
    'other-columns': {
      reason: '文件里的列和现在的预设不一样，接着写会错位',
      remedy: '请换回原来的预设，或换一个文件',
    },
    'not-a-table': {
      reason: '这个文件读不成表格，可能被别的程序改存过；没有动它',
      remedy: '请把它改名，或换一个文件夹，再导出',
    },
    'not-in-encoding': {
      reason: '有些字 GB18030 里没有',
      remedy: '请改用 XLSX 或 UTF-8',
    },
    clipboard: {
      reason: '剪贴板正被别的程序占用，放进去的和读回来的不一样',
      remedy: '请再试一次',
    },
    other: { reason: '没能写成', remedy: '请换一个文件名或文件夹再试' },
  },
}
