import type { output as english } from '../en/output.ts'
import type { InChinese } from '../in-chinese.ts'

/** Why the command line does not write what it was asked to; nothing was read either. */
export const output: InChinese<typeof english> = {
  refused: {
    isInput: '{{path}} 是要读的文件，不会被替换。请换一个文件名。',
    isImage: '{{path}} 是图片，不会被替换。请换一个文件名。',
    isFolder: '{{path}} 是文件夹。请写文件名。',
    isNoFile: '{{path}} 不是文件。请换一个文件名。',
    isOutput: '{{path}} 和 {{other}} 是同一个文件。请换一个文件名。',
    isKept: '{{path}} 在存记录的文件夹里。请换一个文件夹。',
    isForeign: '{{path}} 已经有了，不是本程序写的。请换一个文件名，或加上 --force 替换。',
    dataIsFile: '{{path}} 是文件。--data 请写文件夹。',
    dataIsInput: '{{path}} 是要读的文件夹。请把记录放到别的文件夹。',
  },
  standardOutput: '标准输出',
  folderGone: '现在所在的文件夹不在了。请换到一个还在的文件夹，再执行。',
}
