import type { DeskApi, Problem } from '../../core/ipc/contract.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { listedNumber } from '../../core/verdict/do-not-rent.ts'
import type { DeskState } from './desk-state.ts'
import type { DoNotRentEvent, DoNotRentState } from './do-not-rent-state.ts'
import type { Drafts } from './drafts.ts'
import { normalizeTyped } from './normalize-typed.ts'
import type { RecordsState } from './records-state.ts'

/** The part of a store that is followed. */
interface Followed<State> {
  readonly get: () => State
  readonly subscribe: (listener: () => void) => () => void
}

export interface ListSyncParts {
  readonly desk: Followed<DeskState>
  readonly drafts: Followed<Drafts>
  readonly settings: Followed<Settings>
  /** The stored records, one of which may be open. */
  readonly records: { readonly store: Followed<RecordsState> }
  readonly doNotRent: Followed<DoNotRentState> & { readonly send: (event: DoNotRentEvent) => void }
}

/** Numbers that are asked for at once. */
const atOnce = 500

/**
 * While rentals are judged, asks of every number on the list of licenses, of the stored record that is open, and of one
 * that is being typed, whether its holder is on the do-not-rent list. Returns how to stop.
 */
export function followDoNotRent(
  api: DeskApi,
  { desk, drafts, settings, records, doNotRent }: ListSyncParts,
  onProblem: (problem: Problem) => void,
): () => void {
  const following = { over: false }
  let asking = false
  let isTold = false
  const unknown = (): string[] => {
    if (settings.get().purpose.kind !== 'rental') return []
    const { known } = doNotRent.get()
    const wanted = new Set<string>()
    const want = (idNumber: string): void => {
      const number = listedNumber(idNumber)
      if (number !== '' && !known.has(number)) wanted.add(number)
    }
    const opened = records.store.get().opened?.record
    for (const record of [...desk.get().records.values(), ...(opened ? [opened] : [])])
      want(record.decisions.id_num?.value ?? record.reading.fields.id_num.value)
    for (const { field, typed } of drafts.get())
      if (field === 'id_num') want(normalizeTyped(field, typed))
    return [...wanted].slice(0, atOnce)
  }
  const catchUp = async (): Promise<void> => {
    if (asking) return
    asking = true
    let idNumbers = unknown()
    while (!following.over && idNumbers.length > 0) {
      const { round } = doNotRent.get()
      const answer = await api.call('do-not-rent:look-up', { idNumbers })
      if (following.over) break
      if (!answer.ok) {
        if (!isTold) onProblem(answer.error)
        isTold = true
        break
      }
      doNotRent.send({ kind: 'looked-up', round, idNumbers, found: answer.value })
      idNumbers = unknown()
    }
    asking = false
  }
  const stops = [desk, drafts, settings, records.store, doNotRent].map((store) =>
    store.subscribe(() => void catchUp()),
  )
  void catchUp()
  return () => {
    following.over = true
    for (const stop of stops) stop()
  }
}
