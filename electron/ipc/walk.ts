import { ok } from '../../core/result.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import type { Desk } from '../desk/desk.ts'
import type { ClipboardWalk } from '../export/clipboard-walk.ts'
import { entriesOf } from '../export/entries-of.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { layoutOf } from './export.ts'
import type { Answers } from './serve.ts'

export interface WalkParts {
  readonly desk: Pick<Desk, 'recordsOf' | 'noteExport'>
  readonly settings: SettingsStore
  readonly judging: () => Judging
  readonly walk: ClipboardWalk
  readonly now: () => Date
}

/** The fields of a license one after the other on the clipboard, in the order of the preset in use. */
export const walkAnswers = ({
  desk,
  settings,
  judging,
  walk,
  now,
}: WalkParts): Pick<Answers, 'walk:start' | 'walk:move'> => ({
  'walk:start': async ({ recordId }) => {
    const [entry] = entriesOf(desk.recordsOf([recordId]), now(), judging())
    if (entry === undefined) return ok(null)
    const set = settings.read()
    const begun = await walk.start(entry, layoutOf(set).preset, set.headings)
    if (begun !== undefined) desk.noteExport(1)
    return ok(begun ?? null)
  },
  'walk:move': async ({ to }) => ok((await walk.move(to)) ?? null),
})
