import type { Language } from '../../core/settings/settings.ts'
import { failureWords } from '../../core/words/failure-words.ts'
import type { Hold } from '../../core/wechat/hold.ts'
import type { Terminal } from './terminal.ts'
import { cliWords, sayAdvice } from './words.ts'

const words = {
  pause: 'heldPause',
  unreachable: 'heldUnreachable',
  spent: 'heldSpent',
} as const satisfies Record<Exclude<Hold['kind'], 'stopped'>, keyof typeof cliWords>

/** Says once why nothing is sent, and when it goes on. */
export const sayHolds =
  (terminal: Terminal, language: Language) =>
  (hold: Hold | null): void => {
    if (hold === null) terminal.say(cliWords.goesOn[language])
    else if (hold.kind === 'stopped')
      terminal.warn(sayAdvice(failureWords[hold.failure.kind][language], language))
    else terminal.say(cliWords[words[hold.kind]][language])
  }
