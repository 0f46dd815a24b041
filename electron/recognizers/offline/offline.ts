import type { Failure } from '../../../core/license/failure.ts'
import type { Source } from '../../../core/license/record.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Recognizer } from '../recognizer.ts'
import type { EngineHost } from './engine-host.ts'

/** Reads licenses with the embedded engine: nothing leaves this PC. */
export const createOfflineRecognizer = (host: EngineHost): Recognizer => ({
  id: 'offline',
  async recognize({ path, page }, signal) {
    const outcome = await host.ask({ kind: 'read', path, page }, signal)
    if (!outcome.ok) return outcome
    const answer = outcome.value
    switch (answer.kind) {
      case 'reading':
        return ok(answer.reading)
      case 'failure':
        return fail({ kind: answer.failure.kind, message: answer.failure.detail })
      case 'preview':
        return fail(wrongAnswer)
    }
  },
})

/** An upright JPEG of an image for the screen, its long side at most `longSide` pixels. */
export type Preview = (
  source: Source,
  longSide: number,
  signal: AbortSignal,
) => Promise<Result<Uint8Array, Failure>>

export const createPreview =
  (host: EngineHost): Preview =>
  async ({ path, page }, longSide, signal) => {
    const outcome = await host.ask({ kind: 'preview', path, page, longSide }, signal)
    if (!outcome.ok) return outcome
    const answer = outcome.value
    switch (answer.kind) {
      case 'preview':
        return ok(answer.jpeg)
      case 'failure':
        return fail({ kind: answer.failure.kind, message: answer.failure.detail })
      case 'reading':
        return fail(wrongAnswer)
    }
  }

const wrongAnswer: Failure = {
  kind: 'engine-crashed',
  message: 'the engine answered something else',
}
