import type { Handlers } from '../../../core/ipc/contract.ts'
import { type DoNotRentEntry, listedNumber } from '../../../core/verdict/do-not-rent.ts'

type ListChannel = Extract<keyof Handlers, `do-not-rent:${string}`>

/** The list in the page, by plain numbers. */
export function fakeDoNotRent(numberOf: (recordId: string) => string): Pick<Handlers, ListChannel> {
  const entries = new Map<string, DoNotRentEntry>()
  return {
    'do-not-rent:list': async () => [...entries.values()].toReversed(),
    'do-not-rent:look-up': async ({ idNumbers }) =>
      idNumbers.map((idNumber) => entries.get(listedNumber(idNumber)) ?? null),
    'do-not-rent:add': async ({ recordId, note }) => {
      const number = listedNumber(numberOf(recordId))
      const entry = { id: `entry-${number}`, note, addedAt: new Date().toISOString() }
      entries.set(number, entry)
      return entry
    },
    'do-not-rent:remove': async ({ id }) => {
      for (const [number, entry] of entries) if (entry.id === id) entries.delete(number)
      return [...entries.values()].toReversed()
    },
  }
}
