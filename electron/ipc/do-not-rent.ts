import { fail, ok } from '../../core/result.ts'
import type { DoNotRent } from '../records/do-not-rent.ts'
import type { Answers } from './serve.ts'

type ListChannel = Extract<keyof Answers, `do-not-rent:${string}`>

/** Whom the house does not rent to. */
export const doNotRentAnswers = (list: DoNotRent): Pick<Answers, ListChannel> => ({
  'do-not-rent:list': async () => ok([...list.all()]),
  'do-not-rent:look-up': async ({ idNumbers }) =>
    ok(list.lookUp(idNumbers).map((entry) => entry ?? null)),
  'do-not-rent:add': async ({ recordId, note }) => {
    const entry = list.add(recordId, note)
    return entry === undefined
      ? fail({ kind: 'failed', detail: 'no number on such a record' })
      : ok(entry)
  },
  'do-not-rent:remove': async ({ id }) => {
    await list.remove(id)
    return ok([...list.all()])
  },
})
