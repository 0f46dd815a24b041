import type { JudgedFound, RecordsQuestion, RecordsWish } from '../../core/ipc/held.ts'
import { matchOf } from '../../core/records/match.ts'
import { lightOf } from '../../core/verdict/basis.ts'
import { isJudging, type Purpose } from '../../core/verdict/purpose.ts'
import type { Light } from '../../core/verdict/reason.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import { localDate } from '../clock/local-time.ts'
import type { JudgeableRecord, Stores } from '../store/stores.ts'
import { inTurns, oneAtATime, type Turns } from './turns.ts'

export interface JudgedRecordsParts {
  readonly records: Pick<Stores['records'], 'find' | 'ids' | 'get' | 'judgeable'>
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
  /** The do-not-rent list was changed, or nobody sees the records any more. */
  readonly forgetLights: () => void
}

/** Judges by what it was made for, whatever else is asked meanwhile. */
interface Judge {
  readonly purpose: Purpose
  /** Null: judged, and there is no verdict. */
  readonly known: ReadonlyMap<string, Light | null>
  readonly judge: (record: JudgeableRecord) => void
  /** At once: of a record that is not there, there is no verdict. */
  readonly judgeAll: (ids: readonly string[]) => void
}

/**
 * A record is judged once as long as purpose, policy, list and day are the same. What is asked besides the verdict goes
 * first, so that no more are judged than are asked for.
 */
export function createJudgedRecords(parts: JudgedRecordsParts): JudgedRecords {
  const { records } = parts
  /** Of those that were judged by what `judgedBy` says. */
  let lights = new Map<string, Light | null>()
  let judgedBy = ''
  /** Ids of records that turned out not to open. */
  const broken = new Set<string>()
  const looks = oneAtATime(parts.onProgress)
  let asked:
    | { readonly key: string; readonly ids: Promise<readonly string[] | undefined> }
    | undefined

  /** What judges as of now; what was judged by anything else is not asked any more. */
  const judgeNow = (): Judge => {
    const judging = parts.judging()
    const context = { ...judging, today: localDate(parts.now()) }
    const key = JSON.stringify([context.today, judging.purpose, judging.policy])
    if (key !== judgedBy) lights = new Map()
    judgedBy = key
    const known = lights
    const unlisted = { ...context, listed: () => null }
    const judge = ({ id, basis, mayBeListed }: JudgeableRecord): void => {
      known.set(id, lightOf(basis, mayBeListed ? context : unlisted))
    }
    const judgeAll = (ids: readonly string[]): void => {
      const open = new Set(ids.filter((id) => !known.has(id)))
      if (open.size > 0) for (const record of records.judgeable(open)) judge(record)
      for (const id of open) if (!known.has(id)) known.set(id, null)
    }
    return { purpose: judging.purpose, known, judge, judgeAll }
  }
  const look = async (
    { verdict, ...question }: RecordsQuestion,
    { purpose, known, judge, judgeAll }: Judge,
  ): Promise<readonly string[] | undefined> => {
    if (!isJudging(purpose)) return []
    const ids = records.ids(question)
    const turns = looks.next()
    const open = new Set(ids.filter((id) => !known.has(id)))
    if (!(await inTurns(records.judgeable(open), open.size, turns, judge))) return undefined
    // Those that were changed meanwhile.
    judgeAll(ids)
    return ids.filter((id) => known.get(id) === verdict && !broken.has(id))
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
  /** Looks again whenever something that was found does not open. */
  const findWith = async (light: Light, wish: RecordsWish): Promise<JudgedFound | undefined> => {
    const { offset, limit, ...question } = wish
    for (;;) {
      const ids = await idsOf(question)
      if (ids === undefined) return undefined
      const page = ids.slice(offset, offset + limit)
      const opened = page.flatMap((id) => records.get(id) ?? [])
      const matches = opened.map((record) => ({ ...matchOf(record), light }))
      if (opened.length === page.length) return { total: ids.length, matches }
      const open = new Set(opened.map(({ id }) => id))
      for (const id of page) if (!open.has(id)) broken.add(id)
    }
  }

  return {
    async find(wish) {
      if (wish.verdict !== undefined) return findWith(wish.verdict, wish)
      const { verdict: _none, ...plain } = wish
      const { total, matches } = records.find(plain)
      const { purpose, known, judgeAll } = judgeNow()
      if (isJudging(purpose)) judgeAll(matches.map(({ id }) => id))
      return {
        total,
        matches: matches.map((match) => ({ ...match, light: known.get(match.id) ?? null })),
      }
    },
    async ids(question) {
      if (question.verdict !== undefined) return idsOf(question)
      const { verdict: _none, ...plain } = question
      return records.find(plain).matches.map(({ id }) => id)
    },
    forget(id) {
      lights.delete(id)
      broken.delete(id)
    },
    forgetLights() {
      looks.stop()
      lights = new Map()
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
