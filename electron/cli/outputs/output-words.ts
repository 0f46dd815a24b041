import type { Said } from '../../../core/words/said.ts'

/** Why nothing is written, and nothing was read; `{path}` and `{other}` stand for places. */
export const outputWords = {
  isInput: {
    zh: '请换一个文件名：{path} 是要读的文件，不会被替换',
    en: 'Choose another name: {path} is to be read and is never replaced',
  },
  isImage: {
    zh: '请换一个文件名：{path} 是图片，不会被替换',
    en: 'Choose another name: {path} is a picture and is never replaced',
  },
  isFolder: {
    zh: '请写文件名：{path} 是文件夹',
    en: 'Name a file: {path} is a folder',
  },
  isNoFile: {
    zh: '请换一个文件名：{path} 不是文件',
    en: 'Choose another name: {path} is no file',
  },
  isOutput: {
    zh: '请换一个文件名：{path} 和 {other} 是同一个文件',
    en: 'Choose another name: {path} and {other} are the same file',
  },
  isKept: {
    zh: '请换一个文件夹：{path} 在存记录的文件夹里',
    en: 'Choose another folder: {path} is among the records that are kept',
  },
  isForeign: {
    zh: '请换一个文件名，或加上 --force 替换：{path} 已经有了，不是本程序写的这种文件',
    en: 'Choose another name, or add --force to replace it: {path} is there already and is no such file of this program',
  },
  dataIsFile: {
    zh: '--data 请写文件夹：{path} 是文件',
    en: '--data takes a folder: {path} is a file',
  },
  dataIsInput: {
    zh: '请把记录放到别的文件夹：{path} 是要读的文件夹',
    en: 'Keep the records in another folder: {path} is to be read',
  },
  standardOutput: { zh: '标准输出', en: 'standard output' },
  folderGone: {
    zh: '请换到一个还在的文件夹再执行：现在的文件夹不在了',
    en: 'Go to a folder that is still there first: the one you are in is gone',
  },
} as const satisfies Record<string, Said>
