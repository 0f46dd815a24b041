import { z } from 'zod'
import { wechatFaults } from './wechat-faults.ts'
import { secondPage } from './second-page.ts'

/** What can be wrong with a file; told before or while it is decoded. */
export const fileFaults = [
  'empty',
  /** No picture at all, such as text or an archive. */
  'not-an-image',
  /** A picture or document, but of a format that is not read, such as SVG. */
  'format-not-supported',
  /** A TIFF whose compression or colours the decoder does not know. */
  'tiff-not-supported',
  /** WeChat's own cache, such as a `.dat`: the picture is in it, but locked. */
  'kept-by-wechat',
  /** A format that is read, but broken or cut off. */
  'damaged',
  /** More than 50 megapixels. */
  'too-many-pixels',
  /** Of fewer, but encoded in a way that takes too much memory to decode, such as AVIF. */
  'too-heavy',
  /** More than 40 MiB. */
  'too-many-bytes',
  /** More than 100 pages. */
  'too-many-pages',
  'missing',
  /** Its bytes are not those that came in. */
  'changed',
  'no-permission',
  /** Held by another program, such as the scanner that still writes it, or the system cannot give it at the moment. */
  'not-readable-now',
  /** A device, a socket or a link that leads nowhere. */
  'not-a-file',
] as const

/** What can be wrong with a sound picture. */
export const pictureFaults = [
  /** No driving license in it, and nothing else that is known. */
  'no-license',
  /** A driving license, but too small, blurred or glaring to read. */
  'unreadable-license',
  /** The second page (副页) of a driving license, and nothing of the first. */
  'second-page',
  /** 行驶证 */
  'vehicle-license',
  /** 身份证 */
  'identity-card',
  /** Another paper that is known, such as a form, a contract or a learner's certificate. */
  'other-document',
  /** A driving license, left and right exchanged. */
  'mirrored',
] as const

/** Why an image could not be read; closed, so that every kind has its sentence in both languages. */
export const failureKinds = [
  ...fileFaults,
  ...pictureFaults,
  ...wechatFaults,
  'engine-crashed',
  'engine-timed-out',
  /** It was read, and what was kept of it cannot be opened any more. */
  'record-unreadable',
  /** Not sent: there are several licenses in the picture, and WeChat is asked about one. */
  'several-licenses',
  'cancelled',
  /** A paid call may have been made, and its answer was lost: only a person decides to pay again. */
  'outcome-unknown',
] as const

export type FailureKind = (typeof failureKinds)[number]

export const failure = z.object({
  kind: z.enum(failureKinds),
  /** For support, in English; never contains text read from an image. */
  message: z.string(),
  /** WeChat's error code. */
  code: z.number().int().optional(),
  /** The number of the call that WeChat's support asks for. */
  rid: z.string().optional(),
  /** What was read of it, where the kind is `second-page`: kept sealed, never told in words or to a log. */
  secondPage: secondPage.optional(),
})

export type Failure = z.output<typeof failure>
