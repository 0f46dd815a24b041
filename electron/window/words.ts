import type { Language } from '../../core/settings/settings.ts'

/** What the program says outside its page: menus, the system's dialogs, messages. */
export interface WindowWords {
  readonly title: string
  readonly edit: string
  readonly view: string
  readonly window: string
  readonly file: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly zoomReset: string
  readonly fullScreen: string
  readonly minimize: string
  readonly close: string
  readonly about: string
  readonly hide: string
  readonly hideOthers: string
  readonly showAll: string
  readonly quit: string
  readonly records: string
  readonly protection: string
  readonly lock: string
  readonly images: string
  readonly allFiles: string
  readonly pickFiles: string
  readonly pickFolder: string
  readonly saveTable: string
  readonly table: string
  readonly workbook: string
  readonly dailyFolder: string
  readonly handoverFolder: string
  /** Which field is on the clipboard: its heading, its number, of how many. */
  readonly onClipboard: string
  readonly onClipboardDetail: string
  /** Name of a new table, before the date. */
  readonly tableName: string
  readonly savePerson: string
  /** Name of a file about one person, before the date; it tells nobody who. */
  readonly personName: string
  readonly jsonFile: string
  readonly ok: string
  readonly settingsRestored: string
  readonly settingsLost: string
  readonly accountRestored: string
  readonly accountLost: string
  /** Before the path of the file that was set aside. */
  readonly setAside: string
  /** An image stayed in cloud storage; before its name there. */
  readonly leftBehind: string
  readonly leftBehindDetail: string
  readonly pageFell: string
  readonly pageFellAgain: string
  readonly reload: string
  readonly innerFault: string
  readonly storeFull: string
  readonly storeFailed: string
  readonly noBackupFull: string
  readonly noBackupFailed: string
  readonly noBackupDamaged: string
  readonly noBackupDetail: string
  readonly innerFaultDetail: string
}

const zh: WindowWords = {
  title: '驾照登记台',
  edit: '编辑',
  view: '显示',
  window: '窗口',
  file: '文件',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  minimize: '最小化',
  close: '关闭窗口',
  about: '关于驾照登记台',
  hide: '隐藏驾照登记台',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  quit: '退出',
  records: '记录',
  protection: '保护…',
  lock: '锁上',
  images: '图片',
  allFiles: '所有文件',
  pickFiles: '选择驾驶证图片',
  pickFolder: '选择图片文件夹',
  saveTable: '导出表格',
  table: 'CSV 表格',
  workbook: 'Excel 工作簿',
  dailyFolder: '选择放每日表格的文件夹',
  handoverFolder: '选择租车系统取文件的文件夹',
  onClipboard: '剪贴板：{heading}（{at}/{of}）',
  onClipboardDetail: '粘贴以后，按 {key} 取下一项',
  tableName: '驾照登记',
  savePerson: '导出此人全部内容',
  personName: '客户资料',
  jsonFile: 'JSON 文件',
  ok: '好',
  settingsRestored: '设置文件已损坏，已恢复上一份完好的设置。',
  settingsLost: '设置文件已损坏，已改用默认设置。',
  accountRestored: '微信账号文件已损坏，已恢复上一份完好的。',
  accountLost: '微信账号文件已损坏，请在设置里重新填写微信账号。',
  setAside: '损坏的文件保留在：',
  leftBehind: '有图片没能从云存储删除，请到云开发控制台删除它。',
  leftBehindDetail: '识别本身不受影响。文件：',
  pageFell: '窗口内容意外停止，已重新打开。排队的图片没有丢失，仍在继续识别。',
  pageFellAgain: '窗口内容再次意外停止。排队的图片没有丢失。',
  reload: '重新打开',
  storeFull: '请腾出磁盘空间：磁盘满了，有一项没能写下。',
  storeFailed: '请检查记录所在的磁盘：有一项没能写下或读出。',
  noBackupFull: '请腾出磁盘空间：磁盘满了，今天的备份没有做成。',
  noBackupFailed: '请检查记录所在的磁盘：今天的备份没有做成。',
  noBackupDamaged: '请找维护人员：记录里有读不出的内容，今天的备份没有做成。',
  noBackupDetail: '以前的备份都还在，记录没有动过。下次启动或一天后再做。',
  innerFault: '程序内部出了错，已记入日志。',
  innerFaultDetail:
    '已读出的内容没有丢失。若反复出现，请把日志文件交给维护人员，其中没有个人信息：',
}

const en: WindowWords = {
  title: 'LicenseDesk',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  file: 'File',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  minimize: 'Minimize',
  close: 'Close window',
  about: 'About LicenseDesk',
  hide: 'Hide LicenseDesk',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  quit: 'Quit',
  records: 'Records',
  protection: 'Protection…',
  lock: 'Lock',
  images: 'Images',
  allFiles: 'All files',
  pickFiles: 'Choose images of driving licenses',
  pickFolder: 'Choose a folder of images',
  saveTable: 'Export the table',
  table: 'CSV table',
  workbook: 'Excel workbook',
  dailyFolder: 'Choose the folder of the daily tables',
  handoverFolder: 'Choose the folder that the rental system watches',
  onClipboard: 'On the clipboard: {heading} ({at} of {of})',
  onClipboardDetail: 'Paste it, then press {key} for the next',
  tableName: 'licenses',
  savePerson: 'Export all about this person',
  personName: 'person',
  jsonFile: 'JSON file',
  ok: 'OK',
  settingsRestored: 'The settings file was damaged; the last good settings were restored.',
  settingsLost: 'The settings file was damaged; the default settings are used.',
  accountRestored: 'The file of the WeChat account was damaged; the last good one was restored.',
  accountLost:
    'The file of the WeChat account was damaged; please enter the account again in settings.',
  setAside: 'The damaged file was kept as:',
  leftBehind: 'An image could not be deleted from cloud storage; please delete it in its console.',
  leftBehindDetail: 'What was read is not affected. File:',
  pageFell:
    'The content of the window stopped unexpectedly and was opened again. No image in the queue is lost; reading goes on.',
  pageFellAgain:
    'The content of the window stopped unexpectedly again. No image in the queue is lost.',
  reload: 'Open again',
  storeFull: 'Make room on the disk: it is full, and something could not be written down.',
  storeFailed: 'Check the disk of the records: something could not be written down or read.',
  noBackupFull: 'Make room on the disk: it is full, and the backup of today could not be made.',
  noBackupFailed: 'Check the disk of the records: the backup of today could not be made.',
  noBackupDamaged:
    'Ask whoever looks after the program: some records cannot be read, and the backup of today could not be made.',
  noBackupDetail:
    'The backups before it are still there, and the records were not touched. The next start, or the next day, tries again.',
  innerFault: 'Something went wrong inside the program; it was written to the log.',
  innerFaultDetail:
    'Nothing that was read is lost. If it happens again, give the log to whoever looks after the program; it holds no personal data:',
}

export const windowWords: Readonly<Record<Language, WindowWords>> = { zh, en }
