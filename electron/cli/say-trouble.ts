import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { unreachable } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { adviceOf, exportAdviceOf } from '../../core/words/say-advice.ts'
import type { Advice, TroubleKind } from '../../core/words/trouble.ts'
import { wordsIn } from '../../core/words/words.ts'

/** What went wrong, then what to do. */
export const sayAdvice = (advice: Advice, language: Language): string =>
  wordsIn(language)('command:advice', { ...advice })

/** @param found what the content is, such as `SVG`; `''` when nothing is known */
export function sayTrouble(kind: TroubleKind, found: string, language: Language): string {
  const say = wordsIn(language)
  const { reason, remedy: usual } = adviceOf(kind, language)
  const remedy = hasOwnRemedy(kind) ? say(`command:remedy.${kind}`) : usual
  if (found === '') return sayAdvice({ reason, remedy }, language)
  return say('command:adviceFound', { reason, remedy, found })
}

/** What became of an export. */
export function sayExport(outcome: ExportOutcome, language: Language): string {
  const say = wordsIn(language)
  switch (outcome.kind) {
    case 'written':
      return say('command:written', { path: outcome.path, count: outcome.rows })
    case 'locked':
      return say('command:locked', { path: outcome.path, offered: outcome.offered })
    case 'failed':
      return `${outcome.path}: ${sayAdvice(exportAdviceOf(outcome.reason, language), language)}`
    case 'cancelled':
      return say('command:notWritten', { path: '--csv' })
    default:
      return unreachable(outcome)
  }
}

/** Where the window has a button, or takes what is dropped. */
const ownRemedies = ['outcome-unknown', 'cancelled', 'changed'] as const

const hasOwnRemedy = (kind: TroubleKind): kind is (typeof ownRemedies)[number] =>
  ownRemedies.some((one) => one === kind)
