import { statSync } from 'node:fs'
import path from 'node:path'
import { type Figure, told } from '../figures.ts'
import { verdictFigures } from './verdicts.ts'
import { beginProgress } from '../progress.ts'
import {
  inFolder,
  median,
  openDesk,
  recordsOf,
  type Time,
  timed,
  withoutCharacters,
} from './desk.ts'

const records = 100_000
const bar = 200
const tries = 7

const ms = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`

/** How long it takes to find somebody among 100,000 records. */
export const searchFigures = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const filling = await openDesk(folder)
    fill(filling.stores)
    await filling.close()
    const bytes = statSync(path.join(folder, 'desk.sqlite')).size

    const start = performance.now()
    const desk = await openDesk(folder)
    const opening = performance.now() - start
    const { stores, upkeep } = desk
    const find = (text: string) => () => stores.records.find({ text, limit: 50 })
    const [one] = stores.records.find({ offset: 60_000, limit: 1 }).matches
    if (one === undefined) throw new Error('nobody there')
    const texts = { name: one.name, 'part of a number': one.idNumber.slice(6, 14), nobody: 'ZZZZ' }

    const progress = beginProgress('searching', 9)
    const first = timed(find(one.name))
    progress.step()
    const cold = Array.from({ length: tries }, () => {
      upkeep.cool()
      return timed(find(one.name))
    })
    progress.step()
    const warm = Object.entries(texts).map(([name, text]) => ({
      name: `search of ${name}, warm`,
      times: Array.from({ length: tries }, () => timed(find(text))),
    }))
    progress.step()
    const everyone = Array.from({ length: tries }, () => timed(find('1')))
    progress.step()
    const page = Array.from({ length: tries }, () => {
      upkeep.cool()
      return timed(() => stores.records.find({ limit: 50 }))
    })
    progress.step()
    const person = Array.from({ length: tries }, () => {
      upkeep.cool()
      return timed(() => stores.records.find({ person: one.idNumber }))
    })
    progress.step()
    const warming = await longestWait(() => upkeep.warm())
    progress.step()
    const backup = await longestWait(() => upkeep.backUp())
    progress.step()
    const verdicts = await verdictFigures(stores, longestWait)
    progress.step()
    progress.end()
    await desk.close()

    const within = (name: string, times: readonly Time[]): Figure => {
      const [clock, processor] = [median(times, 'clock'), median(times, 'processor')]
      const measured = `${ms(clock)} (processor ${ms(processor)})`
      return { name, measured, bar: `≤ ${bar} ms`, passed: clock <= bar }
    }
    return [
      within('the very first search of a name after the start', [first]),
      within('search of a name, cold', cold),
      ...warm.map(({ name, times }) => within(name, times)),
      within('search of a text that all have, warm', everyone),
      within('first page without a text, cold', page),
      within('one person by the whole number, cold', person),
      told('start with 100,000 records', ms(opening)),
      told('store, bytes a record', (bytes / records).toFixed(0)),
      told(
        'warming: whole, and longest wait of others',
        `${ms(warming.whole)}, ${ms(warming.wait)}`,
      ),
      ...verdicts,
      told('backup: whole, and longest wait of others', `${ms(backup.whole)}, ${ms(backup.wait)}`),
    ]
  })

function fill({ records: kept, together }: Awaited<ReturnType<typeof openDesk>>['stores']): void {
  const each = recordsOf(records)
  const progress = beginProgress('filling the store', records)
  for (let batch = 0; batch < records / 1000; batch += 1) {
    together(() => {
      for (let number = 0; number < 1000; number += 1) {
        const { value } = each.next()
        if (value !== undefined) kept.put(withoutCharacters(value))
      }
    })
    progress.step(1000)
  }
  progress.end()
}

/** How long something takes, and for how long at most nothing else had its turn meanwhile. */
async function longestWait(
  act: () => Promise<unknown>,
): Promise<{ readonly whole: number; readonly wait: number }> {
  const start = performance.now()
  let [last, wait] = [start, 0]
  const look = (): void => {
    const now = performance.now()
    wait = Math.max(wait, now - last)
    last = now
    looking = setImmediate(look)
  }
  let looking = setImmediate(look)
  await act()
  clearImmediate(looking)
  const end = performance.now()
  return { whole: end - start, wait: Math.max(wait, end - last) }
}
