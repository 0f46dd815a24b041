import type { Refusal } from '../ipc/contract.ts'
import type { FailureKind } from '../license/failure.ts'
import type { Advice, Said } from './said.ts'
import { wechatWords } from './wechat-words.ts'

/** Every way an image can be turned away, before or while it is read. */
export type TroubleKind = FailureKind | Refusal['kind']

/** One sentence to do and one sentence to know, for everything that can fail. */
export const failureWords: { readonly [K in TroubleKind]: Said<Advice> } = {
  ...wechatWords,
  empty: {
    zh: { remedy: '请重新下载或复制这个文件', reason: '文件是空的' },
    en: { remedy: 'Download or copy the file again', reason: 'The file is empty' },
  },
  'not-an-image': {
    zh: { remedy: '请换成图片文件', reason: '里面不是图片' },
    en: { remedy: 'Use an image file instead', reason: 'There is no picture in it' },
  },
  'format-not-supported': {
    zh: { remedy: '请另存为 JPEG 或 PNG', reason: '这种格式还不能读' },
    en: { remedy: 'Save it as JPEG or PNG', reason: 'This format cannot be read yet' },
  },
  'tiff-not-supported': {
    zh: { remedy: '请另存为 JPEG 或 PNG', reason: '这种 TIFF 读不了' },
    en: { remedy: 'Save it as JPEG or PNG', reason: 'This kind of TIFF cannot be read' },
  },
  'kept-by-wechat': {
    zh: {
      remedy: '请在微信里打开聊天，点开图片，选“另存为”，再放进来',
      reason: '这是微信自己存的文件，里面的图片没有解开',
    },
    en: {
      remedy: 'Open the chat in WeChat, save the picture from there, and drop that in',
      reason: 'This is a file of WeChat’s own, with the picture locked in it',
    },
  },
  damaged: {
    zh: { remedy: '请重新传一次，或重拍一张', reason: '图片坏了或不完整' },
    en: { remedy: 'Send it again or take a new photo', reason: 'The picture is broken or cut off' },
  },
  'too-many-pixels': {
    zh: { remedy: '请缩小后再放进来', reason: '超过 5000 万像素' },
    en: { remedy: 'Make it smaller and try again', reason: 'It has more than 50 megapixels' },
  },
  'too-heavy': {
    zh: { remedy: '请缩小，或另存为普通 JPEG', reason: '这样编码的大图，打开时太占内存' },
    en: {
      remedy: 'Make it smaller, or save it as a plain JPEG',
      reason: 'A picture this large takes too much memory in this encoding',
    },
  },
  'too-many-bytes': {
    zh: { remedy: '请压缩后再放进来', reason: '超过 40 MB' },
    en: { remedy: 'Compress it and try again', reason: 'It is larger than 40 MB' },
  },
  'too-many-pages': {
    zh: { remedy: '请拆成几个文件', reason: '超过 100 页' },
    en: { remedy: 'Split it into several files', reason: 'It has more than 100 pages' },
  },
  missing: {
    zh: { remedy: '请确认文件还在原处', reason: '找不到这个文件' },
    en: { remedy: 'Check that it is still in its place', reason: 'The file was not found' },
  },
  changed: {
    zh: { remedy: '请把现在的文件重新放进来', reason: '放进来以后，文件的内容变了' },
    en: { remedy: 'Drop the file in again', reason: 'It changed after it was dropped in' },
  },
  'no-permission': {
    zh: { remedy: '请复制到“图片”文件夹再试', reason: '没有权限打开' },
    en: { remedy: 'Copy it to your Pictures folder', reason: 'There is no permission to open it' },
  },
  'not-readable-now': {
    zh: { remedy: '请稍等再试一次', reason: '文件正被别的程序（例如扫描仪）使用，或暂时读不了' },
    en: {
      remedy: 'Wait a moment and try again',
      reason: 'Another program, such as the scanner, is using it, or it cannot be read now',
    },
  },
  'not-a-file': {
    zh: { remedy: '请直接选图片文件', reason: '这不是普通文件' },
    en: { remedy: 'Choose the image file itself', reason: 'This is not an ordinary file' },
  },
  'empty-folder': {
    zh: { remedy: '请换一个有图片的文件夹', reason: '文件夹里没有文件' },
    en: { remedy: 'Choose a folder with pictures', reason: 'The folder has no files in it' },
  },
  'already-here': {
    zh: { remedy: '不用再放一次', reason: '已经在列表里了' },
    en: { remedy: 'Nothing to do', reason: 'It is already in the list' },
  },
  'address-not-taken': {
    zh: { remedy: '请先把图片存到本机；或改用“微信·网址”', reason: '这里不打开网址' },
    en: {
      remedy: 'Save the image first, or choose WeChat by address',
      reason: 'Addresses are not opened here',
    },
  },
  'no-license': {
    zh: { remedy: '请换成驾驶证正页的照片', reason: '图里没有找到驾驶证' },
    en: { remedy: 'Use a photo of the main page', reason: 'No driving license was found in it' },
  },
  'unreadable-license': {
    zh: { remedy: '请重拍：放平、拍近、避开反光', reason: '是驾驶证，但看不清字' },
    en: {
      remedy: 'Take it again: flat, close, without glare',
      reason: 'It is a license, but the print cannot be read',
    },
  },
  'second-page': {
    zh: { remedy: '请再拍正页（有照片的那一面）', reason: '这是驾驶证副页，缺正页' },
    en: {
      remedy: 'Take a photo of the main page too, the one with the portrait',
      reason: 'This is the second page of a license; the main page is missing',
    },
  },
  'vehicle-license': {
    zh: { remedy: '请换成驾驶证正页的照片', reason: '这是行驶证，不是驾驶证' },
    en: {
      remedy: 'Ask for the driving license instead',
      reason: 'This is a vehicle license, not a driving license',
    },
  },
  'identity-card': {
    zh: { remedy: '请换成驾驶证正页的照片', reason: '这是身份证，不是驾驶证' },
    en: {
      remedy: 'Ask for the driving license instead',
      reason: 'This is an identity card',
    },
  },
  'other-document': {
    zh: { remedy: '请换成驾驶证正页的照片', reason: '这是别的证件或文件，不是驾驶证' },
    en: {
      remedy: 'Ask for the driving license instead',
      reason: 'This is another document, not a driving license',
    },
  },
  mirrored: {
    zh: { remedy: '请用后置摄像头重拍，或先把图片左右翻转', reason: '图片左右反了' },
    en: {
      remedy: 'Take it with the rear camera, or flip the picture first',
      reason: 'The picture is a mirror image',
    },
  },
  'several-licenses': {
    zh: {
      remedy: '要让微信也看，请一张图只放一张驾驶证',
      reason: '一张图里有几张驾驶证，没有发出',
    },
    en: {
      remedy: 'For WeChat to look too, put one license into each picture',
      reason: 'There are several licenses in the picture; it was not sent',
    },
  },
  'engine-crashed': {
    zh: { remedy: '请再试一次；还不行就重拍', reason: '读这张图时程序出错，试了两次' },
    en: {
      remedy: 'Try again; if it stays, take a new photo',
      reason: 'The reader stopped on this picture, twice',
    },
  },
  'engine-timed-out': {
    zh: { remedy: '请再试一次；还不行就缩小图片', reason: '读得太久，已停下' },
    en: {
      remedy: 'Try again; if it stays, make it smaller',
      reason: 'Reading took too long and was stopped',
    },
  },
  'record-unreadable': {
    zh: { remedy: '请再试一次', reason: '存下的内容打不开了' },
    en: { remedy: 'Try again', reason: 'What was kept of it cannot be opened any more' },
  },
  cancelled: {
    zh: { remedy: '要读就点“再试一次”', reason: '已取消' },
    en: { remedy: 'Choose “Try again” to read it', reason: 'It was cancelled' },
  },
  'outcome-unknown': {
    zh: {
      remedy: '要再发一次就点“再发一次”，可能多花一次额度',
      reason: '图片可能已经送到微信，但没有收到结果',
    },
    en: {
      remedy: 'Choose “Send again” if you want; it may cost one more call',
      reason: 'The picture may have reached WeChat, but no result came back',
    },
  },
}
