import { describe, expect, it } from 'vitest'
import { doNotRentAnswers } from '../../../electron/ipc/do-not-rent.ts'
import { createDoNotRent } from '../../../electron/records/do-not-rent.ts'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { held, heldRecord, now } from './held-records.ts'

const number = '441900199012210519'

const listed = () => {
  const kept = held([heldRecord('first', 'a'), heldRecord('unread', 'b', 0, '')])
  const scrub = async (): Promise<void> => void kept.scrubbed.push([])
  return { ...kept, answers: doNotRentAnswers(createDoNotRent({ ...kept, scrub, now })) }
}

describe('the do-not-rent list', () => {
  it('takes the person of a record, knows them by their number, and lets them go', async () => {
    const { answers, noted, scrubbed } = listed()
    const added = await answers['do-not-rent:add']({ recordId: 'first', note: '没有赔' })
    expect(added).toMatchObject({ value: { note: '没有赔', addedAt: now().toISOString() } })
    const entry = added.ok ? added.value : undefined
    expect(await answers['do-not-rent:look-up']({ idNumbers: ['', number, '1'] })).toEqual({
      ok: true,
      value: [null, entry, null],
    })
    expect(await answers['do-not-rent:list'](null)).toEqual({ ok: true, value: [entry] })
    await answers['do-not-rent:remove']({ id: entry?.id ?? '' })
    expect(await answers['do-not-rent:list'](null)).toEqual({ ok: true, value: [] })
    expect(scrubbed).toHaveLength(1)
    expect(noted()).toEqual(['do-not-rent-added first 1', 'do-not-rent-removed  1'])
  })

  it('takes nobody whose number is not known', async () => {
    const { answers, stores } = listed()
    for (const recordId of ['unread', 'gone'])
      expect(await answers['do-not-rent:add']({ recordId, note: 'x' })).toMatchObject({ ok: false })
    expect(stores.doNotRent.all()).toEqual([])
  })

  it('takes nobody where that cannot be written down', async () => {
    const { answers, stores } = listed()
    stores.audit.write = () => {
      throw new StoreProblem('disk-full', 'no room')
    }
    await expect(answers['do-not-rent:add']({ recordId: 'first', note: 'x' })).rejects.toThrow(
      StoreProblem,
    )
    expect(stores.doNotRent.all()).toEqual([])
  })
})
