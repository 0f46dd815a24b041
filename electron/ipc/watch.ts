import { fail, ok } from '../../core/result.ts'
import type { WatchedFolder } from '../intake/watch/watched-folder.ts'
import type { IntakeParts } from './intake.ts'
import type { Answers } from './serve.ts'

export interface WatchParts extends Pick<IntakeParts, 'pick' | 'isLocked'> {
  readonly watch: Pick<WatchedFolder, 'view' | 'choose' | 'change' | 'stop'>
}

/** The page never names the folder: a person chooses it in the system's dialog. */
export const watchAnswers = ({
  watch,
  pick,
  isLocked,
}: WatchParts): Pick<Answers, Extract<keyof Answers, `watch:${string}`>> => ({
  'watch:state': async () => ok(watch.view()),
  'watch:choose': async () => {
    const [folder] = await pick('folder')
    if (isLocked()) return fail({ kind: 'locked', detail: 'watch:choose' })
    if (folder !== undefined) watch.choose(folder)
    return ok(watch.view())
  },
  'watch:change': async (change) => {
    watch.change(change)
    return ok(watch.view())
  },
  'watch:stop': async () => {
    watch.stop()
    return ok(null)
  },
})
