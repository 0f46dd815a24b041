import { unreachable } from '../../core/result.ts'
import type { Language } from '../../core/settings/settings.ts'
import { type Words, wordsIn } from '../../core/words/words.ts'
import type { Confirm, Weighty } from '../ipc/confirm.ts'
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
    const words = wordsIn(language())
    try {
      return await dialogs.ask({
        message: words('window:confirm.question'),
        detail: [...what.map((one) => say(one, words)), '', words('window:confirm.hint')].join(
          '\n',
        ),
        yes: words('window:confirm.yes'),
        no: words('window:confirm.no'),
      })
    } finally {
      isAsking = false
    }
  }
}

function say(what: Weighty, words: Words): string {
  switch (what.kind) {
    case 'sending':
      return words('window:weighty.sending')
    case 'wechat-host':
    case 'service-host':
      return words(`window:weighty.${what.kind}`, { host: oneLine(what.host) })
    case 'daily-limit':
      return words('window:weighty.daily-limit', { count: what.calls })
    case 'network-server':
      return words('window:weighty.network-server', { server: oneLine(what.server) })
    case 'handover-folder':
      return words('window:weighty.handover-folder', { folder: oneLine(what.folder) })
    default:
      return unreachable(what)
  }
}
