import { randomUUID } from 'node:crypto'
import type { Failure } from '../../../../core/license/failure.ts'
import type { Readings } from '../../../../core/license/reading.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { readCloudAnswer, type WeChatAnswer } from '../../../../core/wechat/answer.ts'
import { toReading } from '../../../../core/wechat/to-reading.ts'
import type { Recognizer, Trip } from '../../recognizer.ts'
import { callWeChat, json, type WeChatParts } from '../call.ts'
import type { MakeSendable, SendableImage } from '../sendable-image.ts'
import type { Gate } from '../gate.ts'
import { askForLink, askForSlot, remove, type Slot, store } from './storage.ts'

interface CloudParts extends WeChatParts {
  readonly makeSendable: MakeSendable
  /** For each tidying up one of its own: it neither waits for what holds other calls back nor holds back others. */
  readonly openTidyGate: () => Gate
  readonly env: string
  /** Name of the deployed function. */
  readonly functionName: string
  /** An image could not be deleted from cloud storage: a person must know. */
  readonly onLeftBehind: (fileId: string) => void
}

/** Tidying up goes on when the reading was cancelled, but not for long. */
const removingLimit = 10_000

/** Puts the image into cloud storage, has the account's own function read it there, and deletes it. */
export const createCloudRecognizer = (parts: CloudParts): Recognizer => ({
  id: 'wechat-cloud',
  isPaid: true,
  async recognize(source, signal, trip) {
    const sendable = await parts.makeSendable(source, signal)
    if (!sendable.ok) return sendable
    const { type } = sendable.value
    const path = `license-desk/${randomUUID()}.${type === 'image/png' ? 'png' : 'jpg'}`
    const slot = await askForSlot(parts, parts.env, path, signal)
    if (!slot.ok) return slot
    try {
      return await readInCloud(parts, slot.value, path, sendable.value, signal, trip)
    } finally {
      const limit = AbortSignal.timeout(removingLimit)
      const tidying = { ...parts, gate: parts.openTidyGate() }
      if (!(await remove(tidying, parts.env, slot.value, limit)))
        parts.onLeftBehind(slot.value.fileId)
    }
  },
})

async function readInCloud(
  parts: CloudParts,
  slot: Slot,
  path: string,
  sendable: SendableImage,
  signal: AbortSignal,
  trip: Trip,
): Promise<Result<Readings, Failure>> {
  const stored = await store(parts, slot, path, sendable, signal)
  if (!stored.ok) return stored
  const link = await askForLink(parts, parts.env, slot, signal)
  if (!link.ok) return link
  const answer = await invoke(parts, link.value, signal, trip)
  return answer.ok ? ok([toReading(answer.value, sendable.image)]) : answer
}

async function invoke(
  parts: CloudParts,
  imgUrl: string,
  signal: AbortSignal,
  trip: Trip,
): Promise<Result<WeChatAnswer, Failure>> {
  const answer = await callWeChat(
    parts,
    {
      path: '/tcb/invokecloudfunction',
      query: { env: parts.env, name: parts.functionName },
      content: json({ type: 'photo', imgUrl }),
      isCharged: true,
      trip,
      read: readCloudAnswer,
    },
    signal,
  )
  return !answer.ok && mayHaveRun(answer.error)
    ? { ok: false, error: { ...answer.error, kind: 'outcome-unknown' } }
    : answer
}

/** Codes of the cloud that are in no table tell of a function that failed on its way; only -501… say it never ran. */
const mayHaveRun = ({ kind, code = 0 }: Failure): boolean =>
  kind === 'unknown-refusal' && code < 0 && Math.trunc(code / 1000) !== -501
