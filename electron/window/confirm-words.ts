import type { Said } from '../../core/words/said.ts'
import type { Weighty } from '../ipc/confirm.ts'

/** What is asked outside the page before it is done. */
export const weightyWords: { readonly [K in Weighty['kind']]: Said } = {
  sending: {
    zh: '驾驶证图片将离开本机，发给微信（腾讯）识别。',
    en: 'Images of licenses will leave this computer and go to WeChat (Tencent).',
  },
  'wechat-host': {
    zh: '微信接口改为 {host}。图片将发往那里；已存的密钥不会带过去，要重新填写。',
    en: 'WeChat is to be reached at {host}. Images will go there; stored secrets will not, they have to be entered again.',
  },
  'service-host': {
    zh: '令牌服务改为 {host}。已存的密钥不会带过去，要重新填写。',
    en: 'The token service is to be reached at {host}. The stored key will not go there, it has to be entered again.',
  },
  'daily-limit': {
    zh: '每天最多调用微信 {calls} 次。',
    en: 'WeChat is to be called at most {calls} {calls:time|times} a day.',
  },
  camera: {
    zh: '要打开这台电脑的摄像头，用来拍驾驶证。拍下来才会读，没拍的画面不留。',
    en: 'The camera of this computer is to be opened, to take pictures of licenses. Only what is taken is kept.',
  },
  'network-server': {
    zh: '要读取网络上 {server} 里的文件。',
    en: 'Files on {server} in the network are to be read.',
  },
}

export const confirmWords = {
  question: { zh: '确认要这样做吗？', en: 'Is this what you want?' },
  hint: {
    zh: '若不是您本人在操作，请点“不改”，并告诉维护人员。',
    en: 'If this was not you, choose “Leave it” and tell whoever looks after the program.',
  },
  yes: { zh: '确认', en: 'Yes' },
  no: { zh: '不改', en: 'Leave it' },
} as const satisfies Readonly<Record<string, Said>>
