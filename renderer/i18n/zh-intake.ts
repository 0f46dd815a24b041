import type { enIntake } from './en-intake.ts'
import type { ScreenWords } from './screen-words.ts'

/** The texts about ways in, in Chinese. */
export const zhIntake: Pick<ScreenWords, keyof typeof enIntake & keyof ScreenWords> = {
  pagesLeftTitle_other: '{{count}} 个文件还有没收的页',
  enterPassword: '输入密码…',
  choosePages: '选页…',
  pagesLeft: '共 {{of}} 页，先收了第 {{first}}–{{last}} 页',
  passwordTitle: '这个 PDF 有密码',
  passwordText: '输入密码就能读。密码只用这一次，不保存；打开后的各页会加密留着，移出列表时删除。',
  passwordLabel: '{{name}} 的密码',
  passwordWrong: '密码不对，请注意大小写',
  passwordOpen: '打开',
  pagesTitle: '选页',
  pagesLabel: '读 {{name}} 的哪些页',
  pagesHint: '例如 {{example}}。共 {{of}} 页，一次最多收 {{most}} 页。',
  pagesOdd: '“{{odd}}” 不是页码',
  pagesNone: '没有这么多页，最后一页是第 {{of}} 页',
  pagesAdd: '读这些页',
}
