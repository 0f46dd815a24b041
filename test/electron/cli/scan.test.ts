import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldNames } from '../../../core/license/field.ts'
import { pixelsOf } from '../../fixtures/formats/pixels.ts'
import { refusedFiles } from '../../fixtures/formats/refused.ts'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { run, start } from './command.ts'

const sample = path.join(samplesFolder, '扫描0007.jpg')
const truth = sampleOf(path.basename(sample)).license

const licenseLine = z.strictObject({
  file: z.string(),
  page: z.literal(1),
  card: z.strictObject({ index: z.literal(1), of: z.literal(1) }).nullable(),
  status: z.enum(['read', 'failed', 'unknown']),
  recognizer: z.literal('offline'),
  license: z.record(z.enum(fieldNames), z.string()).nullable(),
  medium: z.literal('print').nullable(),
  secondPage: z.null(),
  joined: z.null(),
  hindrances: z.array(z.string()),
  confidence: z.record(z.enum(fieldNames), z.number().min(0).max(1).nullable()).nullable(),
  readBy: z.null(),
  missed: z.null(),
  review: z.array(z.enum(fieldNames)),
  findings: z.array(
    z.strictObject({ field: z.enum(fieldNames), rule: z.string(), severity: z.string() }),
  ),
  failure: z
    .strictObject({ kind: z.string(), code: z.null(), message: z.string(), rid: z.null() })
    .nullable(),
  ms: z.number().nonnegative(),
})

const linesOf = (text: string): z.infer<typeof licenseLine>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => licenseLine.parse(JSON.parse(line)))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-scan-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a folder of good and bad files', () => {
  it('reads what can be read, refuses the rest by name, and exports every digit (fault 56)', async () => {
    const desk = path.join(folder, '前台 🚗 驾照', 'inside')
    await mkdir(desk, { recursive: true })
    await copyFile(sample, path.join(desk, '😀 王先生.jpg'))
    await sharp(sample).rotate(90).toFile(path.join(desk, 'turned.png'))
    const refused = await refusedFiles(await pixelsOf(sample))
    for (const { name, bytes } of refused) await writeFile(path.join(desk, name), bytes)
    const csv = path.join(folder, '登记.csv')

    const options = ['--json', '-', '--csv', csv, '--lang', 'zh']
    const { code, output, errors } = await run('scan', path.dirname(desk), ...options)

    expect(code).toBe(1)
    const lines = linesOf(output)
    expect(
      Object.fromEntries(
        lines.flatMap(({ file, failure }) =>
          failure ? [[path.basename(file), failure.kind]] : [],
        ),
      ),
    ).toEqual(Object.fromEntries(refused.map(({ name, failure }) => [name, failure])))
    for (const { name } of refused) expect(errors).toContain(name)
    const read = lines.filter(({ status }) => status === 'read')
    expect(read.map(({ file }) => path.basename(file)).toSorted()).toEqual(
      ['turned.png', '😀 王先生.jpg'].toSorted(),
    )
    for (const { license } of read) expect(license).toEqual(truth)

    const rows: Record<string, string>[] = parse(await readFile(csv), { bom: true, columns: true })
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row).toMatchObject({ 证号: truth.id_num, 姓名: truth.name })
  })

  it('reads what is named twice once, and calls that no failure', async () => {
    const inner = path.join(folder, 'twice', 'inner')
    await mkdir(inner, { recursive: true })
    await copyFile(sample, path.join(inner, 'license.jpg'))
    const named = [path.join(inner, 'license.jpg'), inner, path.dirname(inner), inner]
    const { code, output } = await run('scan', ...named, '--json', '-', '--quiet')
    expect(code).toBe(0)
    expect(linesOf(output)).toMatchObject([{ status: 'read', license: truth }])
  })

  it('does not read what it writes and keeps', async () => {
    const own = path.join(folder, 'own')
    const at = (name: string): string => path.join(own, name)
    await mkdir(own)
    await copyFile(sample, at('license.jpg'))
    const kept = ['--data', at('held'), '--key-file', at('desk.key')]
    const args = ['--json', at('out.jsonl'), '--csv', at('out.csv'), ...kept, '--quiet']
    for (const paths of [[own], [own], [at('license.jpg'), at('out.csv'), at('out.jsonl')]]) {
      expect(await run('scan', ...paths, ...args)).toMatchObject({ code: 0, errors: '' })
      const lines = linesOf(await readFile(at('out.jsonl'), 'utf8'))
      expect(lines).toMatchObject([{ file: at('license.jpg'), status: 'read' }])
    }
  })

  it('walks a thousand files and still finds the one license', async () => {
    const many = path.join(folder, 'many')
    await mkdir(many)
    const names = Array.from({ length: 999 }, (_, index) => `${index}.txt`)
    await Promise.all(names.map((name) => writeFile(path.join(many, name), name)))
    await copyFile(sample, path.join(many, 'license.jpg'))
    const json = path.join(folder, 'many.json')

    const { code, output } = await run('scan', many, '--json', json, '--quiet')

    expect(code).toBe(1)
    expect(output).toBe('')
    const lines = linesOf(await readFile(json, 'utf8'))
    expect(lines).toHaveLength(1000)
    expect(lines.find(({ status }) => status === 'read')).toMatchObject({ license: truth })
    expect(lines.filter(({ failure }) => failure?.kind === 'not-an-image')).toHaveLength(999)
  })

  it.skipIf(process.platform === 'win32')(
    'stops at once when interrupted and keeps the lines that stand',
    async () => {
      const json = path.join(folder, 'interrupted.json')
      const csv = path.join(folder, 'interrupted.csv')
      const running = start(['scan', samplesFolder, '--json', json, '--csv', csv])
      await running.says('[1/12]')
      running.process.kill('SIGINT')
      const { code, errors } = await running.ended

      expect(code).toBe(130)
      expect(errors).toContain('Interrupted')
      const lines = linesOf(await readFile(json, 'utf8'))
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.length).toBeLessThan(12)
      await expect(readFile(csv)).rejects.toThrow('ENOENT')
    },
  )
})

describe('before anything is read', () => {
  it('refuses a wrong command line with 2 and shows how it is used', async () => {
    const { code, output, errors } = await run('scan', '--engine', 'magic', samplesFolder)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(errors).toMatch(/“magic”[^]+Usage:/)
  })

  it('says that the folder for the spreadsheet cannot be made', async () => {
    const file = path.join(folder, 'file')
    await writeFile(file, '')
    const csv = path.join(file, 'inside', 'licenses.csv')
    const { code, errors } = await run('scan', samplesFolder, '--csv', csv)
    expect(code).toBe(6)
    expect(errors).toMatch(new RegExp(`^${csv}: .*\n$`))
  })

  it('says that a path does not exist', async () => {
    const { code, output } = await run('scan', path.join(folder, 'nothing.jpg'), '--json', '-')
    expect(code).toBe(1)
    expect(linesOf(output)).toMatchObject([{ status: 'failed', failure: { kind: 'missing' } }])
  })
})
