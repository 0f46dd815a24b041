import { z } from 'zod'
import type { Failure } from '../../../../core/license/failure.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { readAnswer } from '../../../../core/wechat/answer.ts'
import { callWeChat, json, type WeChatParts } from '../call.ts'
import { meaningOf } from '../failures.ts'
import { encodeMultipart } from '../multipart.ts'
import { withRetries } from '../retries.ts'
import type { SendableImage } from '../sendable-image.ts'
import { storageAddress } from './storage-address.ts'

/** Permission to put one file into cloud storage. */
const slotShape = z
  .object({
    url: z.string(),
    token: z.string(),
    authorization: z.string(),
    file_id: z.string(),
    cos_file_id: z.string(),
  })
  .transform(({ file_id, cos_file_id, ...slot }) => ({
    ...slot,
    fileId: file_id,
    cosFileId: cos_file_id,
  }))

export type Slot = z.output<typeof slotShape>

const linksShape = z
  .object({ file_list: z.tuple([z.object({ download_url: z.string().min(1) })]) })
  .transform(({ file_list: [file] }) => file.download_url)

const deletedShape = z.object({
  delete_list: z.tuple([z.object({ status: z.coerce.number() })]),
})

/** What the storage says of a file that is not there. */
const gone = -503003

/** How long WeChat may fetch the image, in seconds. */
const linkAge = 600

export const askForSlot = (
  parts: WeChatParts,
  env: string,
  path: string,
  signal: AbortSignal,
): Promise<Result<Slot, Failure>> =>
  callWeChat(
    parts,
    {
      path: '/tcb/uploadfile',
      content: json({ env, path }),
      isCharged: false,
      read: (body) => readAnswer(body, slotShape),
    },
    signal,
  )

/** Puts the image into its slot; doing so twice does no harm. */
export async function store(
  { transport, gate, base }: WeChatParts,
  slot: Slot,
  path: string,
  { bytes, type }: SendableImage,
  signal: AbortSignal,
): Promise<Result<undefined, Failure>> {
  const url = storageAddress(slot.url, base)
  if (url === undefined) return refused('the address for it is not that of cloud storage')
  const { contentType, body } = encodeMultipart([
    { name: 'key', value: path },
    { name: 'Signature', value: slot.authorization },
    { name: 'x-cos-security-token', value: slot.token },
    { name: 'x-cos-meta-fileid', value: slot.cosFileId },
    { name: 'file', bytes, type },
  ])
  const mayLeave = (): boolean => gate.isOpen()
  const attempt = async (): Promise<Result<undefined, Failure> | undefined> => {
    const headers = { 'content-type': contentType }
    const outcome = await transport.send({ method: 'POST', url, headers, body, mayLeave }, signal)
    if (outcome.kind === 'held-back') return undefined
    if (outcome.kind !== 'answered') return meaningOf(outcome, () => ({ kind: 'unreadable' }), free)
    if (outcome.status < 300) return ok(undefined)
    const code = /<Code>(\w{1,60})<\/Code>/.exec(outcome.body.toString('utf8'))?.[1]
    return refused(`HTTP ${outcome.status} ${code ?? ''}`.trim())
  }
  return withRetries(attempt, gate, signal)
}

/** Where WeChat's function can fetch the file for a while. */
export async function askForLink(
  parts: WeChatParts,
  env: string,
  { fileId }: Slot,
  signal: AbortSignal,
): Promise<Result<string, Failure>> {
  const link = await callWeChat(
    parts,
    {
      path: '/tcb/batchdownloadfile',
      content: json({ env, file_list: [{ fileid: fileId, max_age: linkAge }] }),
      isCharged: false,
      read: (body) => readAnswer(body, linksShape),
    },
    signal,
  )
  return link.ok && storageAddress(link.value, parts.base) === undefined
    ? refused('its link is not that of cloud storage')
    : link
}

/** @returns whether the file is certainly not there any more */
export async function remove(
  parts: WeChatParts,
  env: string,
  { fileId }: Slot,
  signal: AbortSignal,
): Promise<boolean> {
  const deleted = await callWeChat(
    parts,
    {
      path: '/tcb/batchdeletefile',
      content: json({ env, fileid_list: [fileId] }),
      isCharged: false,
      read: (body) => readAnswer(body, deletedShape),
    },
    signal,
  )
  if (!deleted.ok) return false
  const [{ status }] = deleted.value.delete_list
  return status === 0 || status === gone
}

const free = { kind: 'recognition', isCharged: false, secrets: [] } as const

const refused = (why: string): Result<never, Failure> =>
  fail({ kind: 'cloud-storage-refused', message: `the cloud storage refused the image: ${why}` })
