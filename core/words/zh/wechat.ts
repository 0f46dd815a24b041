import type { InChinese } from '../in-chinese.ts'
import type { wechat as english } from '../en/wechat.ts'

/** What can fail on the way to WeChat, and what to do. */
export const wechat: InChinese<typeof english> = {
  'system-busy': {
    reason: '微信系统繁忙，没有读这张图',
    remedy: '请过几分钟再试',
  },
  'request-faulty': {
    reason: '程序发出的请求不对，没有读这张图',
    remedy: '请把编号和说明发给我们',
  },
  'token-refused': {
    reason: '换了新令牌，微信仍不接受',
    remedy: '请核对 AppSecret 和公众号',
  },
  'settings-incomplete': {
    reason: '缺少 AppID、AppSecret 或令牌',
    remedy: '请把微信连接设置填完整',
  },
  'wrong-app-id': {
    reason: '微信不认识这个 AppID',
    remedy: '请在设置里改正 AppID',
  },
  'wrong-secret': {
    reason: 'AppSecret 不对',
    remedy: '请核对 AppSecret，它要属于这个 AppID',
  },
  'secret-frozen': {
    reason: 'AppSecret 已被冻结',
    remedy: '请在微信后台解冻 AppSecret',
  },
  'address-not-listed': {
    reason: '本机的公网 IP 不在白名单里',
    remedy: '请把说明里的 IP 加到微信后台的 IP 白名单',
  },
  'address-unconfirmed': {
    reason: '本机的 IP 还没有得到管理员确认',
    remedy: '请管理员在微信里确认这个 IP',
  },
  'address-refused-for-a-day': {
    reason: '管理员拒绝了本机的 IP',
    remedy: '请与管理员商量，24 小时后再试',
  },
  'address-refused-for-an-hour': {
    reason: '管理员拒绝了本机的 IP',
    remedy: '请与管理员商量，1 小时后再试',
  },
  'account-restricted': {
    reason: '账号被限制或冻结',
    remedy: '请联系公众号管理员',
  },
  'interface-not-granted': {
    reason: '账号没有这个接口的权限',
    remedy: '请认证账号并开通驾驶证识别权限',
  },
  'authorization-lost': {
    reason: '第三方平台的授权无效或已过期',
    remedy: '请商户重新授权第三方平台',
  },
  'daily-limit': {
    reason: '今天的调用次数已用完',
    remedy: '请用离线识别继续，或明天再来',
  },
  'minute-limit': {
    reason: '一分钟内调用太多',
    remedy: '请等一分钟再试',
  },
  'market-quota': {
    reason: '服务市场的次数已用完',
    remedy: '请用离线识别继续，或到服务市场购买次数',
  },
  'image-refused': {
    reason: '微信没有收到图片，或不认识这种格式',
    remedy: '请另存为 JPEG，或换一张照片',
  },
  'image-too-large': {
    reason: '微信只收小于 2 MB 的图片',
    remedy: '请缩小图片后再试',
  },
  'image-undecodable': {
    reason: '微信打不开这张图片',
    remedy: '请另存为 JPEG，或换一张照片',
  },
  'image-address-unreachable': {
    reason: '微信取不到这个网址上的图片',
    remedy: '请改用上传图片的方式',
  },
  'image-address-not-secure': {
    reason: '只能用 https 网址识别',
    remedy: '请换成 https 开头的网址',
  },
  'cloud-permission-missing': {
    reason: '云函数没有 ocr.driverLicense 权限',
    remedy: '请连同 config.json 重新部署云函数',
  },
  'cloud-storage-refused': {
    reason: '云存储没有收下图片',
    remedy: '请核对云环境，再试一次',
  },
  'unknown-refusal': {
    reason: '微信拒绝了，错误码不在已知范围',
    remedy: '请把错误码和 rid 发给我们',
  },
  'no-connection': {
    reason: '连不上微信，图片没有发出',
    remedy: '请检查网络；连上后再试',
  },
  'tls-invalid': {
    reason: '对方的证书不可信，没有发出图片',
    remedy: '请让网络管理员检查证书和电脑时间',
  },
  'proxy-login': {
    reason: '代理服务器要求登录，没有发出图片',
    remedy: '请在系统里登录代理服务器',
  },
  'not-wechat': {
    reason: '回答的不是微信，图片没有发出',
    remedy: '请先登录网络（如酒店 Wi-Fi），再试',
  },
  'no-proper-answer': {
    reason: '微信没有好好回答，没有产生费用',
    remedy: '请稍后再试',
  },
  'token-service-refused': {
    reason: '令牌服务没有给出令牌',
    remedy: '请核对令牌服务的地址、请求头和路径',
  },
  'authorization-not-kept': {
    reason: '新的刷新令牌没能存下来',
    remedy: '请检查磁盘空间，再试一次',
  },
}
