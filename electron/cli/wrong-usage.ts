import type { Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import type { cliWords } from './words.ts'

/** What is wrong with the arguments, in words for a person. */
export interface WrongUsage {
  readonly language: Language
  readonly message: string
}

/** Says in words what is wrong. */
export type Wrong = (key: keyof typeof cliWords, value?: string) => Result<never, WrongUsage>
