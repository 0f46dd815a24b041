import { expect, it } from 'vitest'
import { defaultSettings } from '../../../core/settings/settings.ts'
import { noticesIn } from '../../../core/support/notices.ts'
import { composeReport, type ReportParts } from '../../../core/support/report.ts'

const fault = '2026-11-27T08:00:00.000Z fault TypeError at main.js:10:5 at desk.js:2:1'
const failed = { kind: 'failed', failure: { kind: 'no-license', message: 'of 林可欣' } } as const
const parts: ReportParts = {
  at: '2026-11-27T09:00:00.000Z',
  versions: [{ name: 'LicenseDesk', version: '0.1.0' }],
  machine: { processors: 2 },
  settings: { ...defaultSettings, exportFolder: '/home/林可欣/文档' },
  hasPin: true,
  secretsKept: 1,
  records: 'open',
  desk: {
    pause: 'none',
    jobs: [{ state: failed }, { state: failed }, { state: { kind: 'queued' } }],
  },
  faults: `${fault}\n2026-11-27T08:01:00.000Z page crashed string\n`,
}

it('tells versions, settings, counts and faults', () => {
  const report = composeReport(parts)
  for (const line of ['LicenseDesk: 0.1.0', 'engine: offline', 'keepDays: 90', 'pin: set', fault])
    expect(report.split('\n')).toContain(line)
  expect(report).toContain('failed no-license: 2\nqueued: 1')
  expect(report).toContain('page crashed string')
  expect(report).not.toContain('left out')
})

it('names no person, no folder, and no line of the log that the log does not write', () => {
  const odd = [
    '2026-11-27T08:00:00.000Z fault Error: 林可欣 441900199012210519',
    '2026-11-27T08:00:00.000Z fault Error at /home/linkexin/main.js:1:1',
    'linkexin',
  ]
  const report = composeReport({ ...parts, faults: [fault, ...odd].join('\n') })
  expect(report).not.toMatch(/林可欣|441900|linkexin|home|文档/)
  expect(report).toContain('exportFolder: set')
  expect(report).toContain('left out: 3')
})

it('keeps the newest faults of a long log', () => {
  const faults = Array.from({ length: 100 }, (_, at) => fault.replace(':10:', `:${at}:`)).join('\n')
  const report = composeReport({ ...parts, faults, desk: null })
  expect(report).toContain('main.js:99:5')
  expect(report).not.toContain('main.js:39:5')
  expect(report).toContain('older: 40')
  expect(report).toContain('[list]\nnone')
})

it('divides license texts part by part', () => {
  const line = '='.repeat(80)
  expect(noticesIn(`one 1.0 (MIT)\n\nfree\n${line}\n\ntwo 2.0 (ISC)\n\nas well\n`)).toEqual([
    { title: 'one 1.0 (MIT)', text: 'free' },
    { title: 'two 2.0 (ISC)', text: 'as well' },
  ])
})
