const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/**
 * Reads the driving license at an address of the same environment's storage.
 * Returns WeChat's answer, or { errCode, errMsg } as WeChat refused it; throws where WeChat's answer was lost.
 */
exports.main = async ({ type = 'photo', imgUrl }) => {
  if (typeof imgUrl !== 'string' || !imgUrl.startsWith('https://'))
    return { errCode: 41005, errMsg: 'imgUrl is missing or not https' }
  try {
    return await cloud.openapi.ocr.driverLicense({ type, imgUrl })
  } catch (error) {
    const { errCode, errMsg = '' } = error
    if (typeof errCode !== 'number') throw error
    return { errCode, errMsg }
  }
}
