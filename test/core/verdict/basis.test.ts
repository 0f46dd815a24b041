import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { basisEdition, basisOf, lightOf } from '../../../core/verdict/basis.ts'
import { lights } from '../../../core/verdict/reason.ts'
import { verdictOf } from '../../../core/verdict/verdict.ts'
import { randomOf } from '../../fixtures/cards/random.ts'
import { chanceContext, chanceRecord } from './chance.ts'

const seeds = Array.from({ length: 3000 }, (_, seed) => seed)

it('gives the very light that the whole record gives, whatever is looked for', () => {
  const seen = new Map<string, number>()
  for (const seed of seeds) {
    const random = randomOf(seed, 'basis')
    const record = chanceRecord(random, 'r')
    const context = chanceContext(random)
    const light = verdictOf(record, context)?.light ?? null
    expect([seed, lightOf(basisOf(record), context)]).toEqual([seed, light])
    const kind = `${context.purpose.kind} ${light}`
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
  }
  for (const light of lights)
    for (const kind of ['rental', 'school'])
      expect(seen.get(`${kind} ${light}`)).toBeGreaterThan(20)
})

it('is of another edition as soon as something else is read out of records', () => {
  const standings = seeds.map(
    (seed) => basisOf(chanceRecord(randomOf(seed, 'basis'), 'r')).standings,
  )
  // Where these differ, what stores hold is out of date: raise `basisEdition`, and put here what it gives now.
  expect([basisEdition, hash('sha256', standings.join(), 'hex').slice(0, 16)]).toEqual([
    1,
    '3974432c26d7bb26',
  ])
})
