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

  watch: '盯住一个文件夹…',
  watchTitle: '盯住一个文件夹',
  watchText:
    '扫描仪、手机往这个文件夹（和里面的子文件夹）放图片，就自动读。已经在里面的也会读；同一张不会读两次。',
  watchChoose: '选择文件夹…',
  watchOther: '换一个…',
  watchPause: '暂停',
  watchGoOn: '继续',
  watchStop: '不再盯住',
  watchMoves: '读好的移到 done 里',
  watchMovesText: '移到它里面的 done 文件夹，不会覆盖任何文件；没读成的留在原处。',
  watchFolder: '文件夹',
  watchState: '状态',
  watchBeginning: '正在第一次查看',
  watchWatching_other: '正在盯住，已收 {{count}} 个文件',
  watchWaiting_other: '{{count}} 个文件还没写完',
  watchStuck_other: '{{count}} 个文件移不走，可能正被别的程序使用',
  watchPaused: '已暂停，新文件先等着',
  watchAway: '文件夹不在了。请接好硬盘或网络，好了会自动继续',
  watchClosed: '没有权限打开这个文件夹。请找管理员开通，或换一个',
  watchTooLarge: '里面超过 20000 个文件，请换小一点的文件夹',
  watchNotKept: '收到的没能存下来，请清理磁盘空间',
}
