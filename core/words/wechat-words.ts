import type { WeChatFault } from '../license/wechat-faults.ts'
import type { Advice, Said } from './said.ts'

/** What to do and why, for everything that can fail on the way to WeChat. */
export const wechatWords: { readonly [K in WeChatFault]: Said<Advice> } = {
  'system-busy': {
    zh: { remedy: '请过几分钟再试', reason: '微信系统繁忙，没有读这张图' },
    en: { remedy: 'Try again in a few minutes', reason: 'WeChat is busy and did not read it' },
  },
  'request-faulty': {
    zh: { remedy: '请把编号和说明发给我们', reason: '程序发出的请求不对，没有读这张图' },
    en: { remedy: 'Report it with its code', reason: 'The program sent a wrong request' },
  },
  'token-refused': {
    zh: { remedy: '请核对 AppSecret 和公众号', reason: '换了新令牌，微信仍不接受' },
    en: { remedy: 'Check AppSecret and its account', reason: 'WeChat refused the new token too' },
  },
  'settings-incomplete': {
    zh: { remedy: '请把微信连接设置填完整', reason: '缺少 AppID、AppSecret 或令牌' },
    en: { remedy: 'Complete the WeChat settings', reason: 'AppID, AppSecret or token is missing' },
  },
  'wrong-app-id': {
    zh: { remedy: '请在设置里改正 AppID', reason: '微信不认识这个 AppID' },
    en: { remedy: 'Correct the AppID in settings', reason: 'WeChat does not know this AppID' },
  },
  'wrong-secret': {
    zh: { remedy: '请核对 AppSecret，它要属于这个 AppID', reason: 'AppSecret 不对' },
    en: { remedy: 'Check AppSecret and its AppID', reason: 'The AppSecret is wrong' },
  },
  'secret-frozen': {
    zh: { remedy: '请在微信后台解冻 AppSecret', reason: 'AppSecret 已被冻结' },
    en: { remedy: 'Unfreeze it in WeChat’s console', reason: 'The AppSecret is frozen' },
  },
  'address-not-listed': {
    zh: {
      remedy: '请把说明里的 IP 加到微信后台的 IP 白名单',
      reason: '本机的公网 IP 不在白名单里',
    },
    en: {
      remedy: 'Add the IP in the message to the IP list in WeChat’s console',
      reason: 'This PC’s public IP is not on the list',
    },
  },
  'address-unconfirmed': {
    zh: { remedy: '请管理员在微信里确认这个 IP', reason: '本机的 IP 还没有得到管理员确认' },
    en: { remedy: 'Ask the administrator to confirm it', reason: 'This IP waits for confirmation' },
  },
  'address-refused-for-a-day': {
    zh: { remedy: '请与管理员商量，24 小时后再试', reason: '管理员拒绝了本机的 IP' },
    en: { remedy: 'Agree with the administrator, wait 24 hours', reason: 'This IP was refused' },
  },
  'address-refused-for-an-hour': {
    zh: { remedy: '请与管理员商量，1 小时后再试', reason: '管理员拒绝了本机的 IP' },
    en: { remedy: 'Agree with the administrator, wait an hour', reason: 'This IP was refused' },
  },
  'account-restricted': {
    zh: { remedy: '请联系公众号管理员', reason: '账号被限制或冻结' },
    en: {
      remedy: 'Ask the account’s administrator',
      reason: 'The account is restricted or frozen',
    },
  },
  'interface-not-granted': {
    zh: { remedy: '请认证账号并开通驾驶证识别权限', reason: '账号没有这个接口的权限' },
    en: {
      remedy: 'Verify the account, grant the permission',
      reason: 'The interface is not granted',
    },
  },
  'authorization-lost': {
    zh: { remedy: '请商户重新授权第三方平台', reason: '第三方平台的授权无效或已过期' },
    en: {
      remedy: 'Let the merchant authorize again',
      reason: 'The authorization is not valid any more',
    },
  },
  'daily-limit': {
    zh: { remedy: '请用离线识别继续，或明天再来', reason: '今天的调用次数已用完' },
    en: { remedy: 'Go on offline, or tomorrow', reason: 'Today’s calls are used up' },
  },
  'minute-limit': {
    zh: { remedy: '请等一分钟再试', reason: '一分钟内调用太多' },
    en: { remedy: 'Wait a minute and try again', reason: 'Too many calls within a minute' },
  },
  'market-quota': {
    zh: { remedy: '请用离线识别继续，或到服务市场购买次数', reason: '服务市场的次数已用完' },
    en: {
      remedy: 'Go on offline, or buy a pack',
      reason: 'The calls that were bought are used up',
    },
  },
  'image-refused': {
    zh: { remedy: '请另存为 JPEG，或换一张照片', reason: '微信没有收到图片，或不认识这种格式' },
    en: {
      remedy: 'Save it as JPEG or use another photo',
      reason: 'WeChat did not accept the picture',
    },
  },
  'image-too-large': {
    zh: { remedy: '请缩小图片后再试', reason: '微信只收小于 2 MB 的图片' },
    en: { remedy: 'Make it smaller and try again', reason: 'WeChat takes pictures below 2 MB' },
  },
  'image-undecodable': {
    zh: { remedy: '请另存为 JPEG，或换一张照片', reason: '微信打不开这张图片' },
    en: {
      remedy: 'Save it as JPEG or use another photo',
      reason: 'WeChat cannot open the picture',
    },
  },
  'image-address-unreachable': {
    zh: { remedy: '请改用上传图片的方式', reason: '微信取不到这个网址上的图片' },
    en: { remedy: 'Upload the picture instead', reason: 'WeChat cannot fetch it from its address' },
  },
  'image-address-not-secure': {
    zh: { remedy: '请换成 https 开头的网址', reason: '只能用 https 网址识别' },
    en: {
      remedy: 'Use an address that begins with https',
      reason: 'Only https addresses are taken',
    },
  },
  'cloud-permission-missing': {
    zh: {
      remedy: '请连同 config.json 重新部署云函数',
      reason: '云函数没有 ocr.driverLicense 权限',
    },
    en: {
      remedy: 'Deploy the function again with its config.json',
      reason: 'The function lacks the permission ocr.driverLicense',
    },
  },
  'cloud-storage-refused': {
    zh: { remedy: '请核对云环境，再试一次', reason: '云存储没有收下图片' },
    en: {
      remedy: 'Check the cloud environment, try again',
      reason: 'The cloud storage refused it',
    },
  },
  'unknown-refusal': {
    zh: { remedy: '请把错误码和 rid 发给我们', reason: '微信拒绝了，错误码不在已知范围' },
    en: {
      remedy: 'Report it with its code and rid',
      reason: 'WeChat refused with an unknown code',
    },
  },
  'no-connection': {
    zh: { remedy: '请检查网络；连上后再试', reason: '连不上微信，图片没有发出' },
    en: {
      remedy: 'Check the network, then try again',
      reason: 'WeChat was not reached; nothing was sent',
    },
  },
  'tls-invalid': {
    zh: { remedy: '请让网络管理员检查证书和电脑时间', reason: '对方的证书不可信，没有发出图片' },
    en: {
      remedy: 'Have the certificate and this PC’s clock checked',
      reason: 'The certificate is not trusted; nothing was sent',
    },
  },
  'proxy-login': {
    zh: { remedy: '请在系统里登录代理服务器', reason: '代理服务器要求登录，没有发出图片' },
    en: { remedy: 'Log in to the proxy in the system', reason: 'The proxy asks for a login' },
  },
  'not-wechat': {
    zh: { remedy: '请先登录网络（如酒店 Wi-Fi），再试', reason: '回答的不是微信，图片没有发出' },
    en: {
      remedy: 'Log in to the network first, then try again',
      reason: 'This is not WeChat answering; nothing was sent',
    },
  },
  'no-proper-answer': {
    zh: { remedy: '请稍后再试', reason: '微信没有好好回答，没有产生费用' },
    en: {
      remedy: 'Try again later',
      reason: 'WeChat did not answer properly; nothing was charged',
    },
  },
  'token-service-refused': {
    zh: { remedy: '请核对令牌服务的地址、请求头和路径', reason: '令牌服务没有给出令牌' },
    en: { remedy: 'Check the token service’s settings', reason: 'The token service gave no token' },
  },
  'authorization-not-kept': {
    zh: { remedy: '请检查磁盘空间，再试一次', reason: '新的刷新令牌没能存下来' },
    en: {
      remedy: 'Check the disk space, try again',
      reason: 'The new refresh token was not stored',
    },
  },
}
