import type { Language } from '../settings/settings.ts'
import type { Advice, ExportFailure, TroubleKind } from './trouble.ts'
import { wordsIn } from './words.ts'

/** Why an image could not be read, and what to do. */
export function adviceOf(kind: TroubleKind, language: Language): Advice {
  const say = wordsIn(language)
  return { reason: say(`failure:${kind}.reason`), remedy: say(`failure:${kind}.remedy`) }
}

/** Why a spreadsheet could not be written, and what to do. */
export function exportAdviceOf(kind: ExportFailure, language: Language): Advice {
  const say = wordsIn(language)
  return { reason: say(`table:failed.${kind}.reason`), remedy: say(`table:failed.${kind}.remedy`) }
}
