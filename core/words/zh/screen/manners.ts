import type { manners as english } from '../../en/screen/manners.ts'
import type { InChinese } from '../../in-chinese.ts'

/** Asking for a better picture, the first start, help, what the program is made of, the report for support. */
export const manners: InChinese<typeof english> = {
  retakeTitle: '请客户重拍',
  retakeText: '复制这句话，贴到聊天里发给客户。',
  retakeOpen: '请客户重拍…',
  retakeMessage: '发给客户的话',
  retakeLanguage: '用哪种语言',
  retakeCrop: '图上的位置',
  copyMessage: '复制这句话',
  messageCopied: '已复制，可以贴到聊天里了',
  opening: '正在打开列表…',
  keyRetake: '复制请客户重拍的话',

  textSize: '文字大小',
  highContrast: '高对比度',
  listWidth: '列表的宽度',
  fieldsWidth: '各项内容的宽度',
  widthAutomatic: '自动',
  widthHint: '拖动可调宽窄，双击恢复',
  asides: {
    help: '使用帮助',
    welcome: '初次设置',
    report: '问题报告',
    about: '关于驾照登记台',
  },
  asideLoading: '请稍等…',

  welcomeTitle: '欢迎使用驾照登记台',
  welcomeStep: '第 {{at}} 步，共 {{of}} 步',
  welcomeSkip: '跳过',
  welcomeBack: '上一步',
  welcomeNext: '下一步',
  welcomeDone: '开始使用',
  welcome: {
    language: {
      title: '界面用哪种语言？',
      text: '以后随时可以在设置里改。姓名和住址总是照证件上的原样。',
    },
    way: {
      title: '图片怎样读？',
      text: '离线读取马上就能用；微信以后再加也可以。',
    },
    folder: {
      title: '表格导出到哪里？',
      text: '每次导出都先打开这个文件夹，到时还可以另选。',
    },
  },
  welcomeOffline: '离线，在这台电脑上读',
  welcomeOfflineText: '不要账号，不用联网，图片不离开本机。',
  welcomeWechat: '同时用微信识别',
  welcomeWechatText:
    '适合有微信开放能力账号的门店。走完这几步后填写账号；图片发出以前会先征得您同意。',
  welcomeDocuments: '“文档”文件夹',
  welcomeChooseFolder: '选择文件夹…',

  aboutText: '从图片里读驾驶证，导出的证号一位不差。自由软件，MIT 许可。',
  licensesTitle: '各组成部分的许可',
  licensesText: '点开一行，查看那一部分的许可全文。',
  reportText:
    '交给维护人员用。报告的全部内容都在下面：版本、设置、数量和最近的故障；没有姓名、证号、图片、路径和密码。程序什么都不发送，只存成您选定的文件。',
  reportContent: '报告的内容',
  reportSave: '保存…',
  reportSaved: '已保存，和上面显示的一字不差。',
  reportFailed: '这个位置写不进去，请换个地方保存。',

  helpSearch: '在帮助里查找',
  helpNothing: '帮助里没有找到，换个短一点的词试试。',
  guide: {
    start: {
      title: '从图片到表格',
      text: `把驾驶证图片拖到窗口里任何地方：文件、整个文件夹、聊天里的图片都行；复制以后粘贴也行。
每张驾驶证在列表里占一行，中间是图片，右边是十一项内容，放进来马上就读。
绿色的可以导出。橙色的先看一眼，然后点右上角的“导出”。`,
    },
    orange: {
      title: '橙色和红色是什么意思',
      text: `橙色：请看一眼。这里拿不准、没读到，或者是从别的项推算出来的。下面写着原因，旁边就是图上的那一处。
没错按 Enter，有错直接改。按 Tab 去下一处，最后一处之后是下一张驾驶证。
红色：两处对不上，例如证号和它的校验位。程序绝不自己改证号。
列表里打红叉的，是整张没读成；会写明原因和怎么办。`,
    },
    retake: {
      title: '请客户重拍',
      text: `图片模糊、没拍全、反光，或者拍成了别的证件时，点旁边的“复制这句话”，或按 Alt C，再贴到和客户的聊天里。
这句话是中文的，也可以换成英文；里面写明哪里不行、怎样拍。`,
    },
    exports: {
      title: '导出，以及用 Excel 打开',
      text: `每个文件写好以后都从磁盘读回来，逐位比对，对上了才说成功。
Excel 只保留 15 位数字，双击打开 CSV 会毁掉证号。请用“数据 → 自文本/CSV”导入，把证号一列设为“文本”。WPS 和 LibreOffice 里也把这一列选成文本。
文件正被别的程序打开时，请先在那边关掉，或换用给出的名字。`,
    },
    wechat: {
      title: '用微信识别',
      text: `没有账号就全部离线读。有微信开放能力账号的门店，在设置里点“读取方式”；图片离开本机以前会先征得您同意。
“先离线”只在拿不准时才花一次调用。今天还剩几次，写在窗口上方。微信连不上时图片会等着，并说明原因。
结果丢了的图片，程序绝不自己重发，因为可能再花一次：由您决定。`,
    },
    privacy: {
      title: '存了什么，谁看得到',
      text: `记录加密存在这台电脑上，到了您在“记录”里设的期限自动删除。在“保护”里设了 PIN 码，没人时窗口会自己锁上。
证号除了正在核对的地方都遮着；按住 F2 可以看。
在“记录”里可以导出或删除一个人的全部内容。`,
    },
    trouble: {
      title: '出了问题怎么办',
      text: `关掉程序、断电都不会丢掉已读的内容，下次打开接着读。
同一个问题反复出现时，请保存一份问题报告，交给维护人员。保存以前会让您看到里面写了什么。`,
    },
  },
}
