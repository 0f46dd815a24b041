import type { Words } from '../../core/words/words.ts'
import type { Dialogs } from './dialogs.ts'

/** Tells of images that stayed in cloud storage: one message at a time, which names all that came meanwhile. */
export function tellLeftBehind(
  dialogs: Pick<Dialogs, 'say'>,
  words: () => Words,
): (fileId: string) => void {
  const untold: string[] = []
  let isTelling = false
  const tell = async (): Promise<void> => {
    while (untold.length > 0) {
      const say = words()
      const message = say('window:leftBehind')
      const detail = [say('window:leftBehindDetail'), ...untold.splice(0)].join('\n')
      await dialogs.say({ kind: 'warning', message, detail }).catch(() => undefined)
    }
    isTelling = false
  }
  return (fileId) => {
    untold.push(fileId)
    if (isTelling) return
    isTelling = true
    void tell()
  }
}
