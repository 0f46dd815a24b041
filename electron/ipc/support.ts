import { fail, ok } from '../../core/result.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Answers } from './serve.ts'

export interface SupportParts {
  /** Composes the report as things stand now. */
  readonly report: () => string
  /** Opens the system's dialog; nothing when the person closed it. */
  readonly askWhereReport: () => Promise<string | undefined>
  readonly reveal: (file: string) => void
  readonly isLocked: () => boolean
}

type SupportChannel = 'program:report' | 'program:save-report' | 'program:reveal-report'

/** What is saved is what was shown, to the letter; where it goes a person says. */
export function supportAnswers(parts: SupportParts): Pick<Answers, SupportChannel> {
  let shown: string | undefined
  let saved: string | undefined
  return {
    'program:report': async () => {
      shown = parts.report()
      return ok(shown)
    },
    'program:save-report': async () => {
      const report = shown
      if (report === undefined) return fail({ kind: 'refused', detail: 'nobody saw it yet' })
      const target = await parts.askWhereReport()
      if (target === undefined) return ok({ kind: 'cancelled' })
      if (parts.isLocked()) return fail({ kind: 'locked', detail: 'program:save-report' })
      try {
        writeWhole(target, report)
      } catch {
        return ok({ kind: 'failed', path: target })
      }
      saved = target
      return ok({ kind: 'saved', path: target })
    },
    'program:reveal-report': async () => {
      if (saved !== undefined) parts.reveal(saved)
      return ok(null)
    },
  }
}
