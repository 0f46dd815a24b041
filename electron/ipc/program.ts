import { ok } from '../../core/result.ts'
import type { Answers } from './serve.ts'

export interface ProgramParts {
  /** Waits for nothing more. */
  readonly leaveNow: () => void
}

export const programAnswers = ({ leaveNow }: ProgramParts): Pick<Answers, 'program:leave-now'> => ({
  'program:leave-now': async () => {
    leaveNow()
    return ok(null)
  },
})
