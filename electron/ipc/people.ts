import type { ExportOutcome } from '../../core/ipc/contract.ts'
import { fail, ok } from '../../core/result.ts'
import type { Note } from '../records/note.ts'
import type { People, PersonFile } from '../records/people.ts'
import type { Answers } from './serve.ts'

export interface PeopleParts {
  readonly people: People
  /** Opens the system's dialog; nothing when the person closed it. */
  readonly askWherePerson: (format: 'json' | 'csv') => Promise<string | undefined>
  readonly exportPerson: (wish: {
    readonly file: PersonFile
    readonly format: 'json' | 'csv'
    readonly path: string
  }) => Promise<ExportOutcome>
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  /** Files written in this run, which may be shown. */
  readonly written: Set<string>
  readonly note: Note
}

type PersonChannel = 'person:held' | 'person:before' | 'person:export' | 'person:forget'

/** What the law gives a person: to see what is held, to have a copy, to have it deleted. */
export function peopleAnswers(parts: PeopleParts): Pick<Answers, PersonChannel> {
  const { people, note } = parts
  return {
    'person:held': async ({ recordId }) => ok(people.held(recordId) ?? null),
    'person:before': async ({ recordId }) => ok(people.before(recordId) ?? null),
    'person:export': async ({ recordId, format }) => {
      if (people.held(recordId) === undefined)
        return fail({ kind: 'failed', detail: 'no such record' })
      const target = await parts.askWherePerson(format)
      if (target === undefined) return ok({ kind: 'cancelled' })
      if (parts.isLocked()) return fail({ kind: 'locked', detail: 'person:export' })
      // Noted first, so that the copy tells of itself.
      note('person-exported', { subject: recordId })
      const file = people.file(recordId)
      if (file === undefined) return fail({ kind: 'failed', detail: 'no such record' })
      const outcome = await parts.exportPerson({ file, format, path: target })
      if (outcome.kind === 'written') parts.written.add(outcome.path)
      return ok(outcome)
    },
    'person:forget': async ({ recordId, fromDoNotRent }) =>
      ok(await people.forget(recordId, fromDoNotRent)),
  }
}
