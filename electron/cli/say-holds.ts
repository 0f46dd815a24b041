import type { Language } from '../../core/settings/settings.ts'
import { adviceOf } from '../../core/words/say-advice.ts'
import type { Hold } from '../../core/wechat/hold.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { Terminal } from './terminal.ts'
import { sayAdvice } from './say-trouble.ts'

const held = {
  pause: 'command:heldPause',
  unreachable: 'command:heldUnreachable',
  spent: 'command:heldSpent',
} as const satisfies Record<Exclude<Hold['kind'], 'stopped'>, string>

/** Says once why nothing is sent, and when it goes on. */
export const sayHolds =
  (terminal: Terminal, language: Language) =>
  (hold: Hold | null): void => {
    if (hold === null) terminal.say(wordsIn(language)('command:goesOn'))
    else if (hold.kind === 'stopped')
      terminal.warn(sayAdvice(adviceOf(hold.failure.kind, language), language))
    else terminal.say(wordsIn(language)(held[hold.kind]))
  }
