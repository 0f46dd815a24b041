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
  other: {
    zh: { remedy: '请换一个文件名或文件夹再试', reason: '没能写成' },
    en: { remedy: 'Try another name or folder', reason: 'The file could not be written' },
  },
}
