import type { AuditAct } from '../audit/entry.ts'
import type { Said } from './said.ts'

/** What was done, as a line of the log says it. */
export const auditWords: { readonly [A in AuditAct]: Said } = {
  'images-added': { zh: '放入图片', en: 'Images added' },
  'license-read': { zh: '读出驾驶证', en: 'License read' },
  'image-sent-again': { zh: '再次发给微信', en: 'Image sent again' },
  'field-decided': { zh: '确认或改正一项', en: 'Field confirmed or corrected' },
  'field-reverted': { zh: '恢复原读', en: 'Field restored as read' },
  'records-removed': { zh: '删除记录', en: 'Records deleted' },
  'records-brought-back': { zh: '撤销删除或收起', en: 'Deleting or putting away undone' },
  'records-exported': { zh: '导出表格', en: 'Records exported' },
  'records-searched': { zh: '查找记录', en: 'Records searched' },
  'record-opened': { zh: '打开记录', en: 'Record opened' },
  'number-revealed': { zh: '查看证号', en: 'ID number looked at' },
  'person-exported': { zh: '导出一人的全部内容', en: 'All about a person exported' },
  'person-forgotten': { zh: '删除一人的全部内容', en: 'All about a person deleted' },
  'records-purged': { zh: '到期删除', en: 'Old records deleted' },
  unlocked: { zh: '打开锁屏', en: 'Unlocked' },
  'unlock-refused': { zh: 'PIN 码或口令不对', en: 'Wrong PIN or passphrase' },
  locked: { zh: '锁上', en: 'Locked' },
  'protection-changed': { zh: '更改保护', en: 'Protection changed' },
  'settings-changed': { zh: '更改设置', en: 'Settings changed' },
  'sending-agreed': { zh: '同意发图给微信', en: 'Sending to WeChat agreed to' },
  'sending-ended': { zh: '不再发图给微信', en: 'Sending to WeChat ended' },
  'account-changed': { zh: '更改微信账号', en: 'WeChat account changed' },
  'store-restored': { zh: '从备份恢复记录', en: 'Records restored from a backup' },
}
