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
    case 'written': {
      const { path, rows, rare } = outcome
      const said = say('command:written', { path, count: rows })
      return rare === undefined ? said : `${said}; ${say('command:rare', { characters: rare })}`
    }
    case 'locked':
      return say('command:locked', { path: outcome.path, offered: outcome.offered })
    case 'failed': {
      const { path, reason, characters } = outcome
      const said = `${path}: ${sayAdvice(exportAdviceOf(reason, language), language)}`
      return characters === undefined ? said : sayLost(said, characters, language)
    }
    // Here nobody is asked: what somebody has to look at goes along, and a column says so.
    case 'unresolved':
    case 'nothing':
    case 'copied':
    case 'cancelled':
      return say('command:notWritten', { path: '--csv' })
    default:
      return unreachable(outcome)
  }
}

/** @param characters those that an encoding does not have */
export const sayLost = (said: string, characters: string, language: Language): string =>
  wordsIn(language)('command:lost', { said, characters })

/** Where the window has a button, or takes what is dropped. */
const ownRemedies = ['outcome-unknown', 'cancelled', 'changed'] as const

const hasOwnRemedy = (kind: TroubleKind): kind is (typeof ownRemedies)[number] =>
  ownRemedies.some((one) => one === kind)
