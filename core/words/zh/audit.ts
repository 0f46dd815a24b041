import type { InChinese } from '../in-chinese.ts'
import type { audit as english } from '../en/audit.ts'

/** What was done, as a line of the log says it. */
export const audit: InChinese<typeof english> = {
  'images-added': '放入图片',
  'license-read': '读出驾驶证',
  'image-sent-again': '再次发给微信',
  'field-decided': '确认或改正一项',
  'field-reverted': '恢复原读',
  'records-removed': '删除记录',
  'records-exported': '导出表格',
  'records-merged': '合并记录',
  'records-parted': '拆开合并的记录',
  'figures-exported': '导出识别情况',
  'records-searched': '查找记录',
  'record-opened': '打开记录',
  'number-revealed': '查看证号',
  'person-exported': '导出一人的全部内容',
  'person-forgotten': '删除一人的全部内容',
  'records-purged': '到期删除',
  unlocked: '打开锁屏',
  'unlock-refused': 'PIN 码或口令不对',
  locked: '锁上',
  'protection-changed': '更改保护',
  'settings-changed': '更改设置',
  'sending-agreed': '同意发图给微信',
  'sending-ended': '不再发图给微信',
  'account-changed': '更改微信账号',
  'store-restored': '从备份恢复记录',
  'do-not-rent-added': '加入不租名单',
  'do-not-rent-removed': '移出不租名单',
}
