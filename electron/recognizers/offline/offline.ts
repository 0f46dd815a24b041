import type { ImageLine } from '../../../core/license/image-line.ts'
import type { Failure } from '../../../core/license/failure.ts'
import type { Source } from '../../../core/license/record.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { CardPlace, PreparedImage } from '../../engine/prepare/prepare-image.ts'
import type { Recognizer } from '../recognizer.ts'
import type { EngineQuestion, EngineReply } from './engine-host.ts'
import type { Asker } from './kept-images.ts'

/** Reads licenses with the embedded engine: nothing leaves this PC. */
export const createOfflineRecognizer = (host: Asker): Recognizer => ({
  id: 'offline',
  isPaid: false,
  async recognize(source, signal) {
    const outcome = await host.ask({ kind: 'read', ...placeIn(source) }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'readings' ? ok(reply.readings) : fail(failureOf(reply))
  },
})

/** An upright JPEG of an image for the screen, its long side at most `longSide` pixels. */
export type Preview = (
  source: Source,
  longSide: number,
  signal: AbortSignal,
) => Promise<Result<Uint8Array, Failure>>

export const createPreview =
  (host: Asker): Preview =>
  async (source, longSide, signal) => {
    const outcome = await host.ask({ kind: 'preview', ...placeIn(source), longSide }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'preview' ? ok(reply.jpeg) : fail(failureOf(reply))
  }

/** Every line of text in an image. */
export type LinesIn = (
  source: Source,
  signal: AbortSignal,
) => Promise<Result<readonly ImageLine[], Failure>>

export const createLinesIn =
  (host: Asker): LinesIn =>
  async (source, signal) => {
    const outcome = await host.ask({ kind: 'lines', ...placeIn(source) }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'lines' ? ok(reply.lines) : fail(failureOf(reply))
  }

/** An image as it may leave this PC, cut to the card where its place is known. */
export type Prepare = (
  source: Source,
  card: CardPlace | undefined,
  signal: AbortSignal,
) => Promise<Result<PreparedImage, Failure>>

export const createPrepare =
  (host: Asker): Prepare =>
  async (source, card, signal) => {
    const outcome = await host.ask({ kind: 'prepare', ...placeIn(source), card }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'prepared' ? ok(reply) : fail(failureOf(reply))
  }

type PdfFrom = Omit<Extract<EngineQuestion, { kind: 'pages' }>, 'kind'>

/** Opens documents of several pages. */
export const createDocumentReader = (host: Asker) => ({
  async count(from: PdfFrom, signal: AbortSignal): Promise<Result<number, Failure>> {
    const outcome = await host.ask({ kind: 'pages', ...from }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'pages' ? ok(reply.count) : fail(failureOf(reply))
  },
  /** A page as a JPEG of its own. */
  async page(
    from: PdfFrom,
    page: number,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array, Failure>> {
    const outcome = await host.ask({ kind: 'page', ...from, page }, signal)
    if (!outcome.ok) return outcome
    const reply = outcome.value
    return reply.kind === 'page' ? ok(reply.jpeg) : fail(failureOf(reply))
  },
})

/** Without the name: the engine has no need of it. */
const placeIn = ({ path, page, image }: Source): Pick<Source, 'path' | 'page' | 'image'> => ({
  path,
  page,
  image,
})

const failureOf = (reply: EngineReply): Failure =>
  reply.kind === 'failure'
    ? {
        kind: reply.failure.kind,
        message: reply.failure.detail,
        ...(reply.failure.secondPage && { secondPage: reply.failure.secondPage }),
      }
    : { kind: 'engine-crashed', message: 'the engine answered something else' }
