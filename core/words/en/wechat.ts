import type { WeChatFault } from '../../license/wechat-faults.ts'
import type { Advice } from '../trouble.ts'

/** What can fail on the way to WeChat, and what to do. */
export const wechat = {
  'system-busy': {
    reason: 'WeChat is busy and did not read this image',
    remedy: 'Try again in a few minutes',
  },
  'request-faulty': {
    reason: 'The program sent a faulty request, and the image was not read',
    remedy: 'Report it to us with the code and message',
  },
  'token-refused': {
    reason: 'WeChat refused the new token too',
    remedy: 'Check that AppSecret belongs to this account',
  },
  'settings-incomplete': {
    reason: 'AppID, AppSecret or the token is missing',
    remedy: 'Complete the WeChat settings',
  },
  'wrong-app-id': {
    reason: 'WeChat does not know this AppID',
    remedy: 'Correct the AppID in the settings',
  },
  'wrong-secret': {
    reason: 'The AppSecret is wrong',
    remedy: 'Check AppSecret; it must belong to this AppID',
  },
  'secret-frozen': {
    reason: 'The AppSecret has been frozen',
    remedy: 'Unfreeze it in WeChat’s console',
  },
  'address-not-listed': {
    reason: 'This computer’s public IP address is not on the allowlist',
    remedy: 'Add the IP address in the message to the allowlist in WeChat’s console',
  },
  'address-unconfirmed': {
    reason: 'The administrator has not confirmed this computer’s IP address yet',
    remedy: 'Ask the administrator to confirm it in WeChat',
  },
  'address-refused-for-a-day': {
    reason: 'The administrator refused this computer’s IP address',
    remedy: 'Speak to the administrator, and try again in 24 hours',
  },
  'address-refused-for-an-hour': {
    reason: 'The administrator refused this computer’s IP address',
    remedy: 'Speak to the administrator, and try again in an hour',
  },
  'account-restricted': {
    reason: 'The account is restricted or frozen',
    remedy: 'Contact the account’s administrator',
  },
  'interface-not-granted': {
    reason: 'The account is not allowed to use this interface',
    remedy: 'Have the account verified, and enable license recognition for it',
  },
  'authorization-lost': {
    reason: 'The authorization of the third-party platform is invalid or has expired',
    remedy: 'Ask the merchant to authorize the platform again',
  },
  'daily-limit': {
    reason: 'Today’s calls are used up',
    remedy: 'Go on offline, or come back tomorrow',
  },
  'minute-limit': {
    reason: 'There were too many calls within a minute',
    remedy: 'Wait a minute and try again',
  },
  'market-quota': {
    reason: 'The calls you bought are used up',
    remedy: 'Buy more, or go on offline',
  },
  'image-refused': {
    reason: 'WeChat did not receive the image, or does not know its format',
    remedy: 'Save it as JPEG, or use another photo',
  },
  'image-too-large': {
    reason: 'WeChat only takes images smaller than 2 MB',
    remedy: 'Make the image smaller and try again',
  },
  'image-undecodable': {
    reason: 'WeChat cannot open this image',
    remedy: 'Save it as JPEG, or use another photo',
  },
  'image-address-unreachable': {
    reason: 'WeChat cannot fetch the image from this address',
    remedy: 'Upload the image instead',
  },
  'image-address-not-secure': {
    reason: 'Only https addresses are accepted',
    remedy: 'Use an address that begins with https',
  },
  'cloud-permission-missing': {
    reason: 'The cloud function lacks the permission ocr.driverLicense',
    remedy: 'Deploy it again together with its config.json',
  },
  'cloud-storage-refused': {
    reason: 'The cloud storage did not accept the image',
    remedy: 'Check the cloud environment and try again',
  },
  'unknown-refusal': {
    reason: 'WeChat refused with an unknown code',
    remedy: 'Report it to us with the code and rid',
  },
  'no-connection': {
    reason: 'WeChat could not be reached, and the image was not sent',
    remedy: 'Check the network, then try again',
  },
  'tls-invalid': {
    reason: 'The server’s certificate is not trusted, and the image was not sent',
    remedy: 'Have the certificate and this computer’s clock checked',
  },
  'proxy-login': {
    reason: 'The proxy server asks for a login, and the image was not sent',
    remedy: 'Log in to the proxy in the system’s settings',
  },
  'not-wechat': {
    reason: 'It was not WeChat that answered, and the image was not sent',
    remedy: 'Log in to the network first (hotel Wi-Fi, for example), then try again',
  },
  'no-proper-answer': {
    reason: 'WeChat gave no proper answer, and nothing was charged',
    remedy: 'Try again later',
  },
  'token-service-refused': {
    reason: 'The token service gave no token',
    remedy: 'Check the token service’s address, headers and paths',
  },
  'authorization-not-kept': {
    reason: 'The new refresh token could not be saved',
    remedy: 'Check the disk space and try again',
  },
} as const satisfies { readonly [K in WeChatFault]: Advice }
