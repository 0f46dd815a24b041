import { ok } from '../../../core/result.ts'
import { createDesk, type Desk, type DeskParts } from '../../../electron/desk/desk.ts'
import type { Recognizer } from '../../../electron/recognizers/recognizer.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { numbered } from '../../fakes/fake-recognizer.ts'

export const pngStart = '\x89PNG\r\n\x1a\n'

export const deskWith = (
  recognizer: Recognizer,
  stores = createMemoryStores(),
  more: Partial<DeskParts> = {},
): Desk =>
  createDesk({
    stores,
    who: 'desk-1',
    recognizer: () => recognizer,
    takesAddresses: () => false,
    concurrency: () => 1,
    preview: async ({ name }, longSide) => ok(new TextEncoder().encode(`${name} ${longSide}`)),
    now: () => new Date(2021, 2, 15, 12),
    newId: numbered('id'),
    ...more,
  })

export const states = (desk: Desk): string[] =>
  desk.snapshot().jobs.map(({ source, state }) => `${source.name} ${state.kind}`)
