import type { ExportOutcome } from '../ipc/contract.ts'
import type { Advice, Said } from './said.ts'

export type ExportFailure = Extract<ExportOutcome, { kind: 'failed' }>['reason']

/** Why a spreadsheet could not be written, and what to do. */
export const exportFailureWords: { readonly [K in ExportFailure]: Said<Advice> } = {
  'disk-full': {
    zh: { remedy: '请腾出一些空间，或换一个盘', reason: '磁盘满了' },
    en: { remedy: 'Free some space or use another disk', reason: 'The disk is full' },
  },
  'read-only': {
    zh: { remedy: '请换一个文件夹', reason: '这个文件夹或文件不让写入' },
    en: { remedy: 'Choose another folder', reason: 'The folder or file cannot be written to' },
  },
  'missing-folder': {
    zh: { remedy: '请换一个文件夹', reason: '原来的文件夹不在了' },
    en: { remedy: 'Choose another folder', reason: 'The folder is no longer there' },
  },
  'in-the-way': {
    zh: { remedy: '请换一个文件名', reason: '那里是图片或文件夹，不会被表格替换' },
    en: {
      remedy: 'Choose another name',
      reason: 'A picture or a folder stands there; a table never takes its place',
    },
  },
  'read-back-differs': {
    zh: { remedy: '请导出到另一个盘', reason: '写完再读回来对不上，这个文件不可信' },
    en: {
      remedy: 'Export to another disk',
      reason: 'What was read back differs from what was written; do not trust this file',
    },
  },
  'other-columns': {
    zh: {
      remedy: '请换回原来的预设，或换一个文件',
      reason: '文件里的列和现在的预设不一样，接着写会错位',
    },
    en: {
      remedy: 'Use the preset that the file was begun with, or another file',
      reason:
        'Its columns are not those of the preset, so the rows would stand under the wrong ones',
    },
  },
  'not-a-table': {
    zh: {
      remedy: '请给今天换一个文件夹，或把这个文件改名后再导出',
      reason: '这个文件读不成表格，可能被别的程序改存过；没有动它',
    },
    en: {
      remedy: 'Rename this file or choose another folder, then export again',
      reason: 'It cannot be read as a table; another program may have saved it. It was not touched',
    },
  },
  'not-in-encoding': {
    zh: { remedy: '请改用 XLSX 或 UTF-8', reason: 'GB18030 里没有这些字' },
    en: { remedy: 'Use XLSX or UTF-8 instead', reason: 'GB18030 does not have these characters' },
  },
  clipboard: {
    zh: { remedy: '请再试一次', reason: '剪贴板正被别的程序占用，放进去的和读回来的不一样' },
    en: {
      remedy: 'Try again',
      reason: 'Another program holds the clipboard; what was read back is not what was put there',
    },
  },
  other: {
    zh: { remedy: '请换一个文件名或文件夹再试', reason: '没能写成' },
    en: { remedy: 'Try another name or folder', reason: 'The file could not be written' },
  },
}
