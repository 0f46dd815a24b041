const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/**
 * Reads the driving license at an address of the same environment's storage, for whoever has the account's access token.
 * Users of a mini program are refused: the account pays for every call.
 * Returns WeChat's answer, or { errCode, errMsg } as WeChat refused it; throws where WeChat's answer was lost.
 */
exports.main = async ({ imgUrl }) => {
  const { SOURCE, OPENID, ENV } = cloud.getWXContext()
  if (SOURCE !== 'wx_http' || OPENID) return { errCode: 48001, errMsg: 'not for end users' }
  if (!isOfStorage(imgUrl, ENV))
    return { errCode: 41005, errMsg: "imgUrl is missing or not of this environment's storage" }
  try {
    return await cloud.openapi.ocr.driverLicense({ type: 'photo', imgUrl })
  } catch (error) {
    const { errCode, errMsg = '' } = error
    if (typeof errCode !== 'number') throw error
    return { errCode, errMsg }
  }
}

/** A bucket's host names its environment, between a prefix and the account's number. */
function isOfStorage(imgUrl, env) {
  if (typeof imgUrl !== 'string') return false
  const [, host = ''] = /^https:\/\/([0-9a-z.-]+)\/[^\\]*$/.exec(imgUrl) ?? []
  const [bucket, ...rest] = host.split('.')
  const [prefix, ...others] = bucket.split('-')
  const number = others.pop() ?? ''
  return (
    rest.join('.') === 'tcb.qcloud.la' &&
    others.join('-') === env &&
    /^[0-9a-f]+$/.test(prefix) &&
    /^\d+$/.test(number)
  )
}
