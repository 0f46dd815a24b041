import type { Language } from '../../core/settings/settings.ts'
import { fill } from '../../core/words/said.ts'
import type { Confirm, Weighty } from '../ipc/confirm.ts'
import { confirmWords, weightyWords } from './confirm-words.ts'
import type { Dialogs } from './dialogs.ts'

/** What stands in the dialog comes from the page: one line of it, and no more than fits. */
const longest = 200
const oneLine = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)

/** Asks one thing at a time in the system's dialog; what comes meanwhile is not meant. */
export function createConfirm(dialogs: Pick<Dialogs, 'ask'>, language: () => Language): Confirm {
  let isAsking = false
  return async (what) => {
    if (isAsking) return false
    isAsking = true
    const spoken = language()
    try {
      return await dialogs.ask({
        message: confirmWords.question[spoken],
        detail: [...what.map((one) => say(one, spoken)), '', confirmWords.hint[spoken]].join('\n'),
        yes: confirmWords.yes[spoken],
        no: confirmWords.no[spoken],
      })
    } finally {
      isAsking = false
    }
  }
}

function say(what: Weighty, language: Language): string {
  const values = Object.entries(what).map(([name, value]) => [name, oneLine(String(value))])
  return fill(weightyWords[what.kind][language], Object.fromEntries(values))
}
