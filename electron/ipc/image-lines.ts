import type { ImageLine } from '../../core/license/image-line.ts'
import type { Failure } from '../../core/license/failure.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Answers } from './serve.ts'

export interface ImageLinesParts {
  /** Every line of text in the image of a job or record. */
  readonly linesOf: (id: string) => Promise<Result<readonly ImageLine[], Failure>>
}

export const imageLinesAnswers = ({ linesOf }: ImageLinesParts): Pick<Answers, 'image:lines'> => ({
  'image:lines': async ({ id }) => {
    const lines = await linesOf(id)
    if (lines.ok) return ok({ kind: 'lines', lines: [...lines.value] })
    return ok({ kind: 'failed', failure: lines.error.kind })
  },
})
