import type { JudgedFound, RecordsQuestion, RecordsWish } from '../../core/ipc/held.ts'
import { mapFields } from '../../core/license/field.ts'
import { type Reviewable, reviewableOf } from '../../core/license/review.ts'
import type { LicenseRecord } from '../../core/license/record.ts'
import { matchOf } from '../../core/records/match.ts'
import { isJudging, type Purpose } from '../../core/verdict/purpose.ts'
import type { Light } from '../../core/verdict/reason.ts'
import { judgedOf, type Judging } from '../../core/verdict/verdict.ts'
import { localDate } from '../clock/local-time.ts'
import type { Stores } from '../store/stores.ts'
import { inTurns, oneAtATime, type Turns } from './turns.ts'

export interface JudgedRecordsParts {
  readonly records: Pick<Stores['records'], 'find' | 'ids' | 'get'>
  readonly judging: () => Judging
  readonly now: () => Date
  /** Hears how far it has come where that takes longer than a moment. */
  readonly onProgress: NonNullable<Turns['onProgress']>
}

/** Stored records with the verdict on each. */
export interface JudgedRecords {
  /** Here and below: nothing where a later question ended it. */
  readonly find: (wish: RecordsWish) => Promise<JudgedFound | undefined>
  readonly ids: (question: RecordsQuestion) => Promise<readonly string[] | undefined>
  /** A record was written or removed. */
  readonly forget: (id: string) => void
  /** The do-not-rent list was changed. */
  readonly forgetLights: () => void
  /** Lets go of all that is held of anybody. */
  readonly clear: () => void
}

/** Of a record, what a verdict rests on: opening 100,000 anew for each question would take a minute. */
interface Held {
  readonly reviewable: Reviewable
  readonly medium: LicenseRecord['reading']['medium']
}

/** Judges by what it was made for, whatever else is asked meanwhile. */
interface Judge {
  readonly purpose: Purpose
  readonly known: ReadonlyMap<string, Light | null>
  readonly lightOf: (id: string) => Light | null
}

/**
 * A record is opened once, and judged once as long as purpose, policy, list and day are the same. What is asked besides
 * the verdict goes first, so that no more are judged than are asked for.
 */
export function createJudgedRecords(parts: JudgedRecordsParts): JudgedRecords {
  const { records } = parts
  const held = new Map<string, Held>()
  /** Of those that were judged by what `judgedBy` says. */
  let lights = new Map<string, Light | null>()
  let judgedBy = ''
  const looks = oneAtATime(parts.onProgress)
  let asked:
    | { readonly key: string; readonly ids: Promise<readonly string[] | undefined> }
    | undefined

  /** Many have the same seal, class or day: each text is held once. */
  const texts = new Map<string, string>()
  const once = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const heldOf = (id: string): Held | undefined => {
    const known = held.get(id)
    if (known !== undefined) return known
    const record = records.get(id)
    if (record === undefined) return undefined
    const reviewable = reviewableOf(record)
    const license = mapFields((field) => once(reviewable.license[field]))
    const fresh = { reviewable: { ...reviewable, license }, medium: record.reading.medium }
    held.set(id, fresh)
    return fresh
  }
  /** What judges as of now; what was judged by anything else is not asked any more. */
  const judgeNow = (): Judge => {
    const judging = parts.judging()
    const context = { ...judging, today: localDate(parts.now()) }
    const key = JSON.stringify([context.today, judging.purpose, judging.policy])
    if (key !== judgedBy) lights = new Map()
    judgedBy = key
    const known = lights
    const { purpose } = judging
    if (!isJudging(purpose)) return { purpose, known, lightOf: () => null }
    const lightOf = (id: string): Light | null => {
      const before = known.get(id)
      if (before !== undefined) return before
      const one = heldOf(id)
      const verdict = one && judgedOf(one.reviewable, one.medium, context).verdict
      const light = verdict?.light ?? null
      known.set(id, light)
      return light
    }
    return { purpose, known, lightOf }
  }
  const look = async (
    { verdict, ...question }: RecordsQuestion,
    { purpose, known, lightOf }: Judge,
  ): Promise<readonly string[] | undefined> => {
    if (!isJudging(purpose)) return []
    const ids = records.ids(question)
    const turns = looks.next()
    // Once more where some were changed meanwhile.
    const isOpen = (id: string): boolean => !known.has(id)
    for (let open = ids.filter(isOpen); open.length > 0; open = ids.filter(isOpen))
      if (!(await inTurns(open, turns, lightOf))) return undefined
    return ids.filter((id) => known.get(id) === verdict)
  }
  /** Pages of one question that are asked for at the same time are looked for once. */
  const idsOf = (question: RecordsQuestion): Promise<readonly string[] | undefined> => {
    const judge = judgeNow()
    const key = JSON.stringify([question, judgedBy])
    if (asked?.key === key) return asked.ids
    const ids = look(question, judge)
    asked = { key, ids }
    const over = (): void => {
      if (asked?.ids === ids) asked = undefined
    }
    void ids.then(over, over)
    return ids
  }
  const forgetLights = (): void => {
    looks.stop()
    lights = new Map()
  }

  return {
    async find({ offset, limit, ...question }) {
      if (question.verdict === undefined) {
        const { verdict: _none, ...plain } = question
        const { total, matches } = records.find({ ...plain, offset, limit })
        const { lightOf } = judgeNow()
        return { total, matches: matches.map((match) => ({ ...match, light: lightOf(match.id) })) }
      }
      const light = question.verdict
      const ids = await idsOf(question)
      return (
        ids && {
          total: ids.length,
          matches: ids
            .slice(offset, offset + limit)
            .flatMap((id) => records.get(id) ?? [])
            .map((record) => ({ ...matchOf(record), light })),
        }
      )
    },
    async ids(question) {
      if (question.verdict !== undefined) return idsOf(question)
      const { verdict: _none, ...plain } = question
      return records.find(plain).matches.map(({ id }) => id)
    },
    forget(id) {
      held.delete(id)
      lights.delete(id)
    },
    forgetLights,
    clear() {
      forgetLights()
      held.clear()
      texts.clear()
    },
  }
}

/** The same stores, telling of what a verdict rests on whenever it changes. */
export const tellingJudged = (
  stores: Stores,
  judged: Pick<JudgedRecords, 'forget' | 'forgetLights'>,
): Stores => ({
  ...stores,
  records: {
    ...stores.records,
    put(record) {
      stores.records.put(record)
      judged.forget(record.id)
    },
    remove(id) {
      stores.records.remove(id)
      judged.forget(id)
    },
  },
  doNotRent: {
    ...stores.doNotRent,
    put(idNumber, about) {
      const entry = stores.doNotRent.put(idNumber, about)
      judged.forgetLights()
      return entry
    },
    remove(id) {
      stores.doNotRent.remove(id)
      judged.forgetLights()
    },
  },
})
