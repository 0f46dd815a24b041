import type { Result } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import type { Key } from '../../core/words/words.ts'

/** What is wrong with the arguments, in words for a person. */
export interface WrongUsage {
  readonly language: Language
  readonly message: string
}

type WrongKey = Extract<Key, `command:${string}`>

/** Says in words what is wrong. */
export type Wrong = (key: WrongKey, value?: string) => Result<never, WrongUsage>
