import type { AuditAct } from '../audit/entry.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from './words.ts'

/** What was done, as a line of the log says it. */
export const sayAct = (act: AuditAct, language: Language): string =>
  wordsIn(language)(`audit:${act}`)
