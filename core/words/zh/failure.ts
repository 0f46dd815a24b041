import type { InChinese } from '../in-chinese.ts'
import type { failure as english } from '../en/failure.ts'

/** Why an image could not be read, and what to do. */
export const failure: InChinese<typeof english> = {
  empty: {
    reason: '文件是空的',
    remedy: '请重新下载或复制这个文件',
  },
  'not-an-image': {
    reason: '里面不是图片',
    remedy: '请换成图片文件',
  },
  'format-not-supported': {
    reason: '这种格式还不能读',
    remedy: '请另存为 JPEG 或 PNG',
  },
  'tiff-not-supported': {
    reason: '这种 TIFF 读不了',
    remedy: '请另存为 JPEG 或 PNG',
  },
  'kept-by-wechat': {
    reason: '这是微信自己存的文件，里面的图片没有解开',
    remedy: '请在微信里打开聊天，点开图片，选“另存为”，再放进来',
  },
  damaged: {
    reason: '图片坏了或不完整',
    remedy: '请重新传一次，或重拍一张',
  },
  'too-many-pixels': {
    reason: '超过 5000 万像素',
    remedy: '请缩小后再放进来',
  },
  'too-heavy': {
    reason: '这样编码的大图，打开时太占内存',
    remedy: '请缩小，或另存为普通 JPEG',
  },
  'too-many-bytes': {
    reason: '超过 40 MiB',
    remedy: '请压缩后再放进来',
  },
  'too-many-pages': {
    reason: '超过 100 页',
    remedy: '请拆成几个文件',
  },
  missing: {
    reason: '找不到这个文件',
    remedy: '请确认文件还在原处',
  },
  changed: {
    reason: '放进来以后，文件的内容变了',
    remedy: '请把现在的文件重新放进来',
  },
  'no-permission': {
    reason: '没有权限打开',
    remedy: '请复制到“图片”文件夹再试',
  },
  'not-readable-now': {
    reason: '文件正被别的程序（例如扫描仪）使用，或暂时读不了',
    remedy: '请稍等再试一次',
  },
  'not-a-file': {
    reason: '这不是普通文件',
    remedy: '请直接选图片文件',
  },
  'empty-folder': {
    reason: '文件夹里没有文件',
    remedy: '请换一个有图片的文件夹',
  },
  'already-here': {
    reason: '已经在列表里了',
    remedy: '不用再放一次',
  },
  'address-not-taken': {
    reason: '这里不打开网址',
    remedy: '请先把图片存到本机；或改用“微信·网址”',
  },
  'no-license': {
    reason: '图里没有找到驾驶证',
    remedy: '请换成驾驶证正页的照片',
  },
  'unreadable-license': {
    reason: '是驾驶证，但看不清字',
    remedy: '请重拍：放平、拍近、避开反光',
  },
  'second-page': {
    reason: '这是驾驶证副页，缺正页',
    remedy: '请再拍正页（有照片的那一面）',
  },
  'vehicle-license': {
    reason: '这是行驶证，不是驾驶证',
    remedy: '请换成驾驶证正页的照片',
  },
  'identity-card': {
    reason: '这是身份证，不是驾驶证',
    remedy: '请换成驾驶证正页的照片',
  },
  'other-document': {
    reason: '这是别的证件或文件，不是驾驶证',
    remedy: '请换成驾驶证正页的照片',
  },
  mirrored: {
    reason: '图片左右反了',
    remedy: '请用后置摄像头重拍，或先把图片左右翻转',
  },
  'several-licenses': {
    reason: '一张图里有几张驾驶证，没有发出',
    remedy: '要让微信也看，请一张图只放一张驾驶证',
  },
  'engine-crashed': {
    reason: '读这张图时程序出错，试了两次',
    remedy: '请再试一次；还不行就重拍',
  },
  'engine-timed-out': {
    reason: '读得太久，已停下',
    remedy: '请再试一次；还不行就缩小图片',
  },
  'record-unreadable': {
    reason: '存下的内容打不开了',
    remedy: '请再试一次',
  },
  cancelled: {
    reason: '已取消',
    remedy: '要读就点“再试一次”',
  },
  'outcome-unknown': {
    reason: '图片可能已经送到微信，但没有收到结果',
    remedy: '要再发一次就点“再发一次”，可能多花一次额度',
  },
}
