import type { manners as english } from '../../en/screen/manners.ts'
import type { InChinese } from '../../in-chinese.ts'

/** Asking for a better picture. */
export const manners: InChinese<typeof english> = {
  retakeTitle: '请客户重拍',
  retakeText: '复制这句话，贴到聊天里发给客户。',
  retakeOpen: '请客户重拍…',
  retakeMessage: '发给客户的话',
  retakeLanguage: '用哪种语言',
  retakeCrop: '图上的位置',
  copyMessage: '复制这句话',
  messageCopied: '已复制，可以贴到聊天里了',
  keyRetake: '复制请客户重拍的话',
}
