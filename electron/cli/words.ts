import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { unreachable } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { exportFailureWords } from '../../core/words/export-words.ts'
import { failureWords, type TroubleKind } from '../../core/words/failure-words.ts'
import { type Advice, fill, type Said } from '../../core/words/said.ts'
import { remedies } from './remedies.ts'

export { fill }

/** What the command line says; `{name}` stands for a value (see `fill`). */
export const cliWords = {
  wrongOption: { zh: '请检查选项 {value}', en: 'Check the option {value}' },
  wrongLanguage: {
    zh: '--lang 请写 zh 或 en，不能是“{value}”',
    en: '--lang takes zh or en, not “{value}”',
  },
  wrongEngine: {
    zh: '--engine 请写 offline、auto、wechat-upload、wechat-address 或 wechat-cloud，没有“{value}”',
    en: '--engine takes offline, auto, wechat-upload, wechat-address or wechat-cloud, not “{value}”',
  },
  wrongTokenMode: {
    zh: '环境变量 LICENSE_DESK_TOKEN_MODE 请写 stable、classic、platform 或 service，不能是“{value}”',
    en: 'LICENSE_DESK_TOKEN_MODE takes stable, classic, platform or service, not “{value}”',
  },
  wrongConcurrency: {
    zh: '--concurrency 请写 1 到 16 的整数，不能是“{value}”',
    en: '--concurrency takes a whole number from 1 to 16, not “{value}”',
  },
  wrongWhenSpent: {
    zh: '--when-spent 请写 fail、wait 或 offline，不能是“{value}”',
    en: '--when-spent takes fail, wait or offline, not “{value}”',
  },
  wrongBaseAddress: {
    zh: '--base-url 请写 https 网址（本机可用 http），不能是“{value}”',
    en: '--base-url takes an https address, or http on this machine, not “{value}”',
  },
  notSetUp: {
    zh: '微信还没有设置好，请设置这些环境变量：{value}',
    en: 'WeChat is not set up. Set these environment variables: {value}',
  },
  leftBehind: {
    zh: '有一张图片没能从云存储中删除，请到云开发控制台删除：{value}',
    en: 'An image could not be deleted from cloud storage; delete it in the cloud console: {value}',
  },
  heldPause: {
    zh: '微信繁忙或一分钟内次数太多，稍后自动继续',
    en: 'WeChat is busy or the calls of the minute are used up: going on soon',
  },
  heldUnreachable: {
    zh: '连不上微信，图片没有发出；连上后自动继续',
    en: 'WeChat cannot be reached and nothing is sent: going on when it can',
  },
  heldSpent: {
    zh: '今天的次数用完了，等到明天（北京时间）自动继续',
    en: 'Today’s calls are used up: going on tomorrow, as China counts its days',
  },
  goesOn: { zh: '已恢复，继续读取', en: 'Going on' },
  asksWeChat: {
    zh: '先离线读，拿不准的图片会发给微信核对；写 --engine offline 就全部留在本机',
    en: 'Reads offline first and sends what is in doubt to WeChat; with --engine offline nothing leaves this computer',
  },
  callsNear: {
    zh: '今天已用 {used} 次，共 {limit} 次',
    en: '{used} of {limit} calls of today {used:is|are} used',
  },
  csvNeedsFile: {
    zh: '--csv 请写文件名：标准输出留给 JSON',
    en: '--csv takes a file: standard output is for JSON',
  },
  namesFolder: {
    zh: '请写文件名：{value} 是文件夹的写法',
    en: 'Name a file: {value} is the name of a folder',
  },
  noCommand: { zh: '请写上要做什么，例如 scan', en: 'Say what to do, such as scan' },
  wrongCommand: { zh: '没有“{value}”这个命令', en: 'There is no command “{value}”' },
  noPath: { zh: '请写上图片或文件夹', en: 'Name the images or folders to read' },
  demoTakesNoPath: {
    zh: 'demo 只读自带的样张；读自己的图片请用 scan',
    en: 'demo reads the bundled samples only; use scan to read your own images',
  },
  keyNeedsData: {
    zh: '--key-file 要和 --data 一起用',
    en: '--key-file goes together with --data',
  },
  dataNeedsKey: {
    zh: '--data 里的记录是加密的：请加上 --key-file 文件，或在环境变量 {value} 里放口令',
    en: 'Records in --data are sealed: add --key-file FILE, or put a passphrase into {value}',
  },
  needsData: {
    zh: '{value} 要写 --data 文件夹',
    en: '{value} needs --data FOLDER',
  },
  takesNoPath: {
    zh: '{value} 后面不写图片路径',
    en: '{value} takes no path of an image',
  },
  exportNeedsCsv: { zh: 'export 请写 --csv 文件', en: 'export needs --csv FILE' },
  wrongOlderThan: {
    zh: 'purge 请写 --older-than 天数（整数），不能是“{value}”',
    en: 'purge needs --older-than DAYS, a whole number, not “{value}”',
  },
  wrongAudit: { zh: '请写 audit verify', en: 'Write: audit verify' },
  resumeWith: {
    zh: '还有 {left} 张没读，已记下；接着读：{command}',
    en: '{left} {left:is|are} left and kept; go on with: {command}',
  },
  waitsForCalls: {
    zh: '要马上结束，就再按一次 Ctrl-C。正在等微信的结果：{calls} 张',
    en: 'Press Ctrl-C again not to wait for the answers of WeChat. Still out: {calls}',
  },
  leavesCalls: {
    zh: '不等了。可能已经送到微信、结果不知道的图片：{calls} 张',
    en: 'Not waiting. Images that may have reached WeChat without an answer: {calls}',
  },
  pausedFull: {
    zh: '磁盘满了，没有再发送任何图片。腾出空间后接着读：{command}',
    en: 'The disk is full; nothing more was sent. Make room, then go on with: {command}',
  },
  pausedFailed: {
    zh: '记录写不进去，没有再发送任何图片。请检查磁盘，再接着读：{command}',
    en: 'Records cannot be written; nothing more was sent. Check the disk, then: {command}',
  },
  intakeFull: {
    zh: '磁盘满了，没有再发送任何图片，有些文件还没登记。腾出空间后，再执行同一条命令',
    en: 'The disk is full; nothing more was sent, and some files are not on the list yet. Make room, then give the same command again',
  },
  intakeFailed: {
    zh: '记录写不进去，没有再发送任何图片，有些文件还没登记。请检查磁盘，再执行同一条命令',
    en: 'Records cannot be written; nothing more was sent, and some files are not on the list yet. Check the disk, then give the same command again',
  },
  nothingOnList: { zh: '列表上什么都没有', en: 'Nothing is on the list' },
  stillWaiting: {
    zh: '还有 {waiting} 张没读',
    en: '{waiting} {waiting:is|are} still to be read',
  },
  noData: {
    zh: '没有 {folder} 这个文件夹',
    en: 'There is no folder {folder}',
  },
  nothingLeft: { zh: '没有要接着读的', en: 'Nothing is left to read' },
  wouldPurge: {
    zh: '会删除 {count} 条 {day} 以前的记录（这次没有删除）',
    en: '{count} {count:record|records} from before {day} would be deleted (nothing was deleted this time)',
  },
  purged: {
    zh: '已删除 {count} 条 {day} 以前的记录，日志和备份里的也一并删除',
    en: 'Deleted {count} {count:record|records} from before {day}, also from the log and the backups',
  },
  auditSound: {
    zh: '审计日志完整：{count} 条',
    en: 'The audit log is whole: {count} {count:entry|entries}',
  },
  auditBroken: {
    zh: '审计日志从第 {entry} 条起对不上：有人改动、删除过，或文件损坏',
    en: 'The audit log does not fit from entry {entry} on: it was changed, cut, or damaged',
  },
  looking: { zh: '查看文件', en: 'Looking at files' },
  reading: { zh: '读取', en: 'Reading' },
  ready: { zh: '无需核对', en: 'nothing to check' },
  toCheck: { zh: '待核对：{fields}', en: 'to check: {fields}' },
  toCheckHeading: { zh: '请对照原图核对：', en: 'Compare these with the pictures:' },
  sent: {
    zh: '已写到 {path}（{rows} 行；那里不是文件，不能读回核对）',
    en: 'Sent to {path} ({rows} {rows:row|rows}; it is no file and cannot be read back)',
  },
  written: {
    zh: '已写入 {path}（{rows} 行，已读回核对）',
    en: 'Wrote {path} ({rows} {rows:row|rows}, read back and compared)',
  },
  locked: {
    zh: '{path} 正被别的程序使用，改写到 {offered}',
    en: '{path} is held by another program; writing to {offered} instead',
  },
  notWritten: { zh: '{path}：没有写入', en: '{path}: not written' },
  interrupted: {
    zh: '已中断：读出 {read} 张；没有写表格',
    en: 'Interrupted: {read} read; no spreadsheet was written',
  },
  counts: {
    zh: '读出 {read} 张，其中 {review} 张待核对；失败 {failed} 个',
    en: '{read} read, {review} of them to check; {failed} failed',
  },
} as const satisfies Record<string, Said>

export const tableHeadings = {
  zh: ['文件', '姓名', '证号', '车型', '有效期至', '核对'],
  en: ['File', 'Name', 'ID number', 'Class', 'Valid to', 'Check'],
} as const satisfies Said<readonly string[]>

/** What to do first, then what went wrong. */
export const sayAdvice = ({ remedy, reason }: Advice, language: Language): string =>
  language === 'zh' ? `${remedy}。${reason}` : `${remedy}. ${reason}`

/** @param found what the content is, such as `SVG`; `''` when nothing is known */
export function sayTrouble(kind: TroubleKind, found: string, language: Language): string {
  const { remedy, reason } = failureWords[kind][language]
  const advice = { remedy: remedies[kind]?.[language] ?? remedy, reason }
  return sayAdvice(advice, language) + (found === '' ? '' : ` (${found})`)
}

/** What became of an export. */
export function sayExport(outcome: ExportOutcome, language: Language): string {
  switch (outcome.kind) {
    case 'written':
      return fill(cliWords.written[language], outcome)
    case 'locked':
      return fill(cliWords.locked[language], outcome)
    case 'failed':
      return `${outcome.path}: ${sayAdvice(exportFailureWords[outcome.reason][language], language)}`
    case 'cancelled':
      return fill(cliWords.notWritten[language], { path: '--csv' })
    default:
      return unreachable(outcome)
  }
}
