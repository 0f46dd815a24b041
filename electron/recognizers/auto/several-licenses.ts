import type { Failure } from '../../../core/license/failure.ts'

/** Why WeChat was not asked: it reads one license of a picture, and nobody knows which. */
export const severalLicenses: Failure = {
  kind: 'several-licenses',
  message: 'not sent: there are several licenses in the picture',
}
