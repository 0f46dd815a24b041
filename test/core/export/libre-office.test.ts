import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../core/export/csv.ts'
import { libreOffice, runCalc } from '../../electron/export/libre-office.ts'

const table = [
  ['证号', '编号', '住址', '备注'],
  ['441900199012210519', '007', '和平街12号, "东"楼', '2018-07-06'],
  ['11010519491231002X', '1e5', 'one\ntwo', '长期'],
]

/** Comma, double quote, UTF-8, from row 1, every column as text. */
const asText = `44,34,76,1,${table[0]?.map((_, at) => `${at + 1}/2`).join('/')}`

describe.skipIf(libreOffice === undefined)('LibreOffice, importing every column as text', () => {
  it('keeps every digit', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'license-desk-'))
    try {
      const file = path.join(folder, 'licenses.csv')
      writeFileSync(file, csvText(table))
      const filter = 'Text - txt - csv (StarCalc)'
      runCalc(folder, [
        `--infilter=${filter}:${asText}`,
        '--convert-to',
        `csv:${filter}:44,34,76,1`,
        '--outdir',
        path.join(folder, 'out'),
        file,
      ])
      const written = readFileSync(path.join(folder, 'out', 'licenses.csv'), 'utf8')
      expect(parse(written, { bom: true })).toEqual(table)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
