import type { Refusal } from '../../core/ipc/contract.ts'
import { fail, ok, type Result, unreachable } from '../../core/result.ts'
import { type ImageFormat, sniff, sniffLength } from '../engine/decode/sniff.ts'
import type { OrdinaryFile } from '../files/ordinary-file.ts'

/** Why no page of a document can be taken in; `found` says what it is, where that is known. */
export type DocumentTrouble = Pick<Refusal, 'kind'> & Partial<Pick<Refusal, 'found'>>

/** What a file holds, by its first bytes. */
export async function formatIn({
  handle,
}: Pick<OrdinaryFile, 'handle'>): Promise<Result<ImageFormat, DocumentTrouble>> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffLength), 0, sniffLength, 0)
  return formatOf(buffer.subarray(0, bytesRead))
}

/** The same of bytes. */
export function formatOf(start: Uint8Array): Result<ImageFormat, DocumentTrouble> {
  const sniffed = sniff(start)
  switch (sniffed.kind) {
    case 'image':
      return ok(sniffed.format)
    case 'kept-by-wechat':
      return fail({ kind: 'kept-by-wechat', found: sniffed.found })
    case 'other':
      return fail({ kind: 'format-not-supported', found: sniffed.found })
    case 'unknown':
      return fail({ kind: 'not-an-image' })
    default:
      return unreachable(sniffed)
  }
}
