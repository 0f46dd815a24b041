import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aboutAnswers } from '../../../electron/ipc/about.ts'
import { exportFolderAnswers } from '../../../electron/ipc/export-folder.ts'
import { type SupportParts, supportAnswers } from '../../../electron/ipc/support.ts'
import { createSettingsStore } from '../../../electron/settings/settings-store.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '报告 report-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

let made = 0
const support = (parts: Partial<SupportParts> = {}) =>
  supportAnswers({
    report: () => `report ${(made += 1)}`,
    askWhereReport: async () => path.join(folder, 'report.txt'),
    reveal: () => {},
    isLocked: () => false,
    ...parts,
  })

it('saves what was shown, though things have changed since, and shows only that file', async () => {
  const revealed: string[] = []
  const answers = support({ reveal: (file) => revealed.push(file) })
  await answers['program:reveal-report'](null)
  expect(revealed).toEqual([])
  const shown = await answers['program:report'](null)
  const file = path.join(folder, 'report.txt')
  expect(await answers['program:save-report'](null)).toEqual({
    ok: true,
    value: { kind: 'saved', path: file },
  })
  expect(shown).toEqual({ ok: true, value: await readFile(file, 'utf8') })
  await answers['program:reveal-report'](null)
  expect(revealed).toEqual([file])
})

it('saves nothing that nobody saw, nor behind a lock, nor where nothing can be written', async () => {
  expect(await support()['program:save-report'](null)).toMatchObject({ ok: false })
  const locked = support({ isLocked: () => true })
  await locked['program:report'](null)
  expect(await locked['program:save-report'](null)).toMatchObject({ error: { kind: 'locked' } })
  const nowhere = support({ askWhereReport: async () => path.join(folder, 'none/report.txt') })
  await nowhere['program:report'](null)
  expect(await nowhere['program:save-report'](null)).toMatchObject({ value: { kind: 'failed' } })
})

it('tells the licenses that are there, and passes over files that are not', async () => {
  const about = aboutAnswers({
    versions: () => [],
    notices: [path.join(folder, 'none.txt'), path.resolve('LICENSE')],
  })
  const told = await about['program:about'](null)
  expect(told).toMatchObject({ value: { notices: [{ title: 'MIT License' }] } })
})

it('keeps the folder for exports that a person chose, and the one before where they chose none', async () => {
  const settings = createSettingsStore({ load: () => ({}), save: () => {} })
  let chosen: string | undefined = folder
  const answers = exportFolderAnswers({
    settings,
    askExportFolder: async () => chosen,
    isLocked: () => false,
  })
  await answers['settings:pick-export-folder'](null)
  chosen = undefined
  expect(await answers['settings:pick-export-folder'](null)).toMatchObject({
    value: { exportFolder: folder },
  })
})
