import { beforeEach, describe, expect, it } from 'vitest'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { nothingRead } from '../../../core/license/reading.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { exportAnswers } from '../../../electron/ipc/export.ts'
import type { Weighty } from '../../../electron/ipc/confirm.ts'
import type { TableLayout } from '../../../electron/export/export-table.ts'
import { usualPolicy } from '../../../core/verdict/house-policy.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'

const ready = recordWith()
const open = { ...recordWith({ official_seal: nothingRead }), id: 'record-2' }
const wrong = { ...recordWith({ id_num: readAs('441900199012210518') }), id: 'record-3' }

type Written = Partial<TableLayout> & { readonly path: string }

let written: Written[] = []
let asked: string[] = []
let confirmed: (readonly Weighty[])[] = []
let outcome: ExportOutcome | undefined
beforeEach(() => {
  written = []
  asked = []
  confirmed = []
  outcome = undefined
})

function answersWith(kept: Partial<Settings>, records: readonly LicenseRecord[], isMeant = true) {
  const settings = createSettingsStore({ load: () => kept, save: () => {} })
  const answers = exportAnswers({
    desk: {
      exportTable: async (wish) => {
        written.push(wish)
        return outcome ?? { kind: 'written', path: wish.path, rows: records.length }
      },
      recordsOf: () => records,
      noteExport: () => {},
    },
    settings,
    judging: () => ({ purpose: settings.read().purpose, policy: usualPolicy, listed: () => null }),
    askWhere: async (folder, format) => {
      asked.push(`${folder}|${format}`)
      return '/chosen/out.csv'
    },
    askFolder: async (what) => {
      asked.push(what)
      return `/${what}`
    },
    fileOfDay: (folder, format) => `${folder}/2021-03-15.${format}`,
    handOver: async (folder) => ({ kind: 'written', path: folder, rows: 1 }),
    clipboard: { write: async () => {}, readText: async () => 'other', clear: () => {} },
    confirm: async (what) => {
      confirmed.push(what)
      return isMeant
    },
    reveal: () => {},
    isLocked: () => false,
    written: new Set(),
    now: () => new Date(2021, 2, 15, 12),
  })
  return { answers, settings }
}

describe('an export', () => {
  it('is refused where somebody has to look, before anybody is asked where, unless it is told otherwise', async () => {
    const { answers } = answersWith({}, [ready, open, wrong])
    const refused = { ok: true, value: { kind: 'unresolved', open: 2, wrong: 1 } }
    expect(await answers['export:table']({})).toEqual(refused)
    expect(await answers['export:copy']({})).toEqual(refused)
    expect([asked, written]).toEqual([[], []])
    expect(await answers['export:table']({ openToo: true })).toMatchObject({
      value: { kind: 'written' },
    })
    expect(written).toMatchObject([{ path: '/chosen/out.csv', openToo: true, grows: false }])
  })

  it('counts a license that ends before the car is back as one to look at', async () => {
    const wish = { vehicle: 'C1', pickUp: '2028-07-01', giveBack: '2028-07-10' } as const
    const rental: Partial<Settings> = { purpose: { kind: 'rental', wish } }
    const { answers, settings } = answersWith(rental, [ready])
    const refused = { ok: true, value: { kind: 'unresolved', open: 1, wrong: 0 } }
    expect(await answers['export:table']({})).toEqual(refused)
    expect(await answers['export:copy']({})).toEqual(refused)
    await answers['export:table']({ openToo: true })
    expect(written).toMatchObject([{ judging: { purpose: rental.purpose } }])
    settings.change({ purpose: { kind: 'none' } })
    expect(await answers['export:table']({})).toMatchObject({ value: { kind: 'written' } })
  })

  it('takes the format that the name says, and the preset and encoding that are set', async () => {
    const { answers } = answersWith({ exportPreset: 'call', csvEncoding: 'gb18030' }, [ready])
    await answers['export:table']({})
    expect(asked).toEqual(['|xlsx'])
    expect(written).toMatchObject([{ format: 'csv', encoding: 'gb18030', preset: { id: 'call' } }])
  })

  it('goes to the file of the day once a person has chosen the folder', async () => {
    const { answers, settings } = answersWith({ exportDaily: true, exportFormat: 'json' }, [ready])
    await answers['export:table']({})
    expect(asked).toHaveLength(1)
    await answers['export:choose-folder']({ what: 'daily' })
    expect(settings.read().dailyFolder).toBe('/daily')
    outcome = { kind: 'locked', path: '/daily/2021-03-15.xlsx', offered: '' }
    await answers['export:table']({})
    expect(written.at(-1)).toMatchObject({
      path: '/daily/2021-03-15.xlsx',
      format: 'xlsx',
      grows: true,
    })
    // Neither that file as a whole nor a file without a name may the page have written.
    for (const path of ['/daily/2021-03-15.xlsx', ''])
      expect(await answers['export:table']({ path })).toMatchObject({
        ok: false,
        error: { kind: 'refused' },
      })
  })

  it('tells when the clipboard does not hold what was put there', async () => {
    const { answers } = answersWith({}, [ready])
    expect(await answers['export:copy']({})).toMatchObject({
      value: { kind: 'failed', reason: 'clipboard' },
    })
  })
})

describe('the folder of another program', () => {
  it('is only taken when a person outside the page means it', async () => {
    const no = answersWith({}, [ready], false)
    await no.answers['export:choose-folder']({ what: 'handover' })
    expect(no.settings.read().handoverFolder).toBe('')
    expect(await no.answers['export:handover']({ recordIds: [] })).toMatchObject({ ok: false })
    const yes = answersWith({}, [ready])
    await yes.answers['export:choose-folder']({ what: 'handover' })
    expect(confirmed.at(-1)).toEqual([{ kind: 'handover-folder', folder: '/handover' }])
    expect(await yes.answers['export:handover']({ recordIds: ['record-1'] })).toMatchObject({
      value: { kind: 'written', path: '/handover' },
    })
    await yes.answers['export:leave-folder']({ what: 'handover' })
    expect(yes.settings.read().handoverFolder).toBe('')
  })
})
