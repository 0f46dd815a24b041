import { type QuotaDay, quotaState } from '../../core/quota/quota.ts'
import type { Language } from '../../core/settings/settings.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { Terminal } from './terminal.ts'

/** Says how many calls of the day are used, once few are left; not again where one that came back is used again. */
export function sayCalls(
  terminal: Pick<Terminal, 'say'>,
  language: Language,
  limit: number,
): (day: QuotaDay) => void {
  let mostTold = 0
  return (day) => {
    if (quotaState(day, limit) === 'open' || day.used <= mostTold) return
    mostTold = day.used
    terminal.say(wordsIn(language)('command:callsNear', { count: day.used, limit }))
  }
}
