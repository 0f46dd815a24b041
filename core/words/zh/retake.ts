import type { retake as english } from '../en/retake.ts'
import type { InChinese } from '../in-chinese.ts'

/** What is written to the customer whose picture is no use. */
export const retake: InChinese<typeof english> = {
  shot: '您好，您发来的驾驶证照片{{problems}}，有些字看不清。麻烦重拍一张正页：{{requests}}。谢谢！',
  problem: {
    blur: '有点糊',
    glare: '有反光',
    'cut-off': '没有拍全',
    'too-small': '拍得太小',
    'turned-away': '拍得太斜',
    covered: '有一块被挡住',
    unreadable: '不够清楚',
  },
  request: {
    blur: '手拿稳，点一下屏幕对好焦再拍',
    glare: '避开灯光，不要开闪光灯',
    'cut-off': '四个角都拍进去',
    'too-small': '靠近一点，让驾驶证占满画面',
    'turned-away': '放平，从正上方拍',
    covered: '手指和别的东西不要挡住字',
    unreadable: '放平、靠近、对好焦，避开反光',
  },
  and: '、',
  next: '；',
  picture: {
    'second-page':
      '您好，您发来的是驾驶证副页。麻烦再拍一张正页（有本人照片的那一面）：放平，四个角都拍进去，避开反光。谢谢！',
    'vehicle-license':
      '您好，您发来的是行驶证。我们要登记的是驾驶证，麻烦拍一张驾驶证正页（有本人照片的那一面）发来。谢谢！',
    'identity-card':
      '您好，您发来的是身份证。还需要您的驾驶证，麻烦拍一张驾驶证正页（有本人照片的那一面）发来。谢谢！',
    'other-document':
      '您好，您发来的不是驾驶证。麻烦拍一张驾驶证正页（有本人照片的那一面）发来。谢谢！',
    'no-license':
      '您好，您发来的图片里没有看到驾驶证。麻烦拍一张驾驶证正页（有本人照片的那一面），让它占满画面。谢谢！',
    mirrored: '您好，您发来的驾驶证照片左右是反的。麻烦用后置摄像头重拍一张正页。谢谢！',
    damaged: '您好，您发来的驾驶证图片没有传完整，打不开。麻烦再发一次，发送时请勾选“原图”。谢谢！',
  },
}
