import { hash } from 'node:crypto'
import { fail, ok, type Result } from '../../core/result.ts'
import { bytesOf, openOrdinary } from '../files/ordinary-file.ts'
import { asPage } from './decode/decode-image.ts'
import { pdfPages } from './decode/pdf/pdf-document.ts'
import { drawPdfPage } from './decode/pdf/pdf-page.ts'
import type { EngineAnswer, EngineFailure, EngineRequest } from './protocol.ts'

type DocumentRequest = Extract<EngineRequest, { kind: 'pages' | 'page' }>

/** A page that is kept is read, looked at and sent like any photo: nothing of it shall be lost. */
const kept = { longSide: 4000, quality: 92, fullColor: true }

/** What a PDF has, where it may need a password that nobody else is told. */
export async function answerOfDocument(request: DocumentRequest): Promise<EngineAnswer> {
  const { seq } = request
  const bytes = await bytesIn(request)
  if (!bytes.ok) return { kind: 'failure', seq, failure: bytes.error }
  if (request.kind === 'pages') {
    const count = await pdfPages(bytes.value, request.password)
    return count.ok
      ? { kind: 'pages', seq, count: count.value }
      : { kind: 'failure', seq, failure: count.error }
  }
  const drawn = await drawPdfPage(bytes.value, request.page, {
    password: request.password,
  })
  const jpeg = drawn.ok ? await asPage(bytes.value, drawn.value).jpeg(kept) : drawn
  return jpeg.ok
    ? { kind: 'page', seq, jpeg: jpeg.value }
    : { kind: 'failure', seq, failure: jpeg.error }
}

async function bytesIn({
  path,
  bytes,
  image,
}: DocumentRequest): Promise<Result<Buffer, EngineFailure>> {
  const read = bytes === undefined ? await openOrdinary(path, bytesOf) : ok(Buffer.from(bytes))
  if (!read.ok || image === undefined || hash('sha256', read.value, 'hex') === image) return read
  return fail({ kind: 'changed', detail: 'the bytes are not those that came in' })
}
