import type { reason as english } from '../en/reason.ts'
import type { InChinese } from '../in-chinese.ts'

/** Why a person must look at a field. */
export const reason: InChinese<typeof english> = {
  missing: '没读到，请照原图补上。',
  derived: '卡上没有直接写，是推算出来的，请核对。',
  'look-alike': '“{{character}}”与“{{other}}”形近，请对照上面的原图。',
  unclear: '“{{characters}}”没看清，请对照上面的原图。',
  unclearSome: '有些字没看清，请对照上面的原图。',
  between: '”“',
  gap: '“{{before}}”后面好像还有字没读出来。',
  gapFirst: '最前面好像还有字没读出来。',
  'unsure-blank': '外文姓名的空格可能漏读或多读了，请对照上面的原图。',
  unprinted: '微信有字没能给出，写成了“{{sign}}”，请照上面的原图补上。',
  'private-code': '微信给的“{{character}}”用的不是标准编码，请对照上面的原图。',
  'unsure-dot': '姓名里的“·”在微信的结果里是“{{given}}”，请对照上面的原图。',
  'unsure-dot-blank': '姓名里的“·”在微信的结果里是空格，请对照上面的原图。',
  'near-name': '没有叫“{{read}}”的地方或单位，可能是“{{known}}”，请对照上面的原图。',
  'near-name-none': '没见过“{{read}}”这样的名称，请对照上面的原图。',
  'seen-otherwise': '也可能是“{{read}}”，请对照上面的原图。',
  'seen-once': '看了两遍，有一遍没读到，请对照上面的原图。',
  'unsure-place': '这张证的版式和印制的不一样，读到的可能是别的栏，请对照上面的原图。',
  masked: '图上用星号遮住了几位，读不出来。请让客户出示完整的证号，再补上。',
  'readers-differ': '{{reader}}读成“{{other}}”，请对照上面的原图选一个。',
  'read-by-one': '只有{{reader}}读到，请对照上面的原图。',
  reader: { wechat: '微信', offline: '离线识别' },
}
