import {
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvText } from '../../../../core/export/csv.ts'
import { tableOf } from '../../../../core/export/table.ts'
import { checkOutputs, type Places } from '../../../../electron/cli/outputs/check-outputs.ts'
import { samplesFolder } from '../../../fixtures/samples.ts'
import { newFolder } from '../../settings/folder.ts'

let folder = ''
const at = (name: string): string => path.join(folder, name)

beforeEach(() => {
  folder = newFolder()
  copyFileSync(path.join(samplesFolder, '扫描0007.jpg'), at('a.jpg'))
  copyFileSync(at('a.jpg'), at('other.jpg'))
  writeFileSync(at('note.txt'), 'what a person wrote')
  mkdirSync(at('held'))
})

/** What is said, without the folder, of outputs that are given by their names. */
async function said(places: Partial<Places>): Promise<string | undefined> {
  const full = (name: string): string => (path.isAbsolute(name) ? name : at(name))
  const { json, csv, xlsx, data, ...others } = places
  const checked = await checkOutputs({
    inputs: [at('a.jpg')],
    force: false,
    language: 'en',
    ...(json === undefined ? {} : { json: json === '-' ? json : full(json) }),
    ...(csv === undefined ? {} : { csv: full(csv) }),
    ...(xlsx === undefined ? {} : { xlsx: full(xlsx) }),
    ...(data === undefined
      ? {}
      : {
          data: {
            folder: full(data.folder),
            ...(data.keyFile === undefined ? {} : { keyFile: full(data.keyFile) }),
          },
        }),
    ...others,
  })
  return checked.ok ? undefined : checked.error.message.replaceAll(`${folder}${path.sep}`, '')
}

const isInput = (name: string): string =>
  `${name} is to be read and is never replaced. Choose another name.`
const isImage = (name: string): string =>
  `${name} is an image and is never replaced. Choose another name.`
const isForeign = (name: string): string =>
  `${name} already exists and was not written by this program. Choose another name, or add --force to replace it.`

describe('an output', () => {
  it('is never what is read, under any name', async () => {
    linkSync(at('a.jpg'), at('hard.csv'))
    symlinkSync(at('a.jpg'), at('soft.csv'))
    for (const name of ['a.jpg', './held/../a.jpg', 'hard.csv', 'soft.csv']) {
      for (const force of [false, true]) {
        expect(await said({ csv: at(name), force })).toBe(isInput(path.relative(folder, at(name))))
        expect(await said({ json: at(name), force })).toBe(isInput(path.relative(folder, at(name))))
      }
    }
    writeFileSync(at('empty'), '')
    expect(await said({ inputs: [at('empty')], csv: 'empty' })).toBe(isInput('empty'))
    const inputs = [at('missing.jpg')]
    expect(await said({ inputs, csv: 'missing.jpg' })).toBe(isInput('missing.jpg'))
  })

  it('is never a picture, a folder, or what no file can be', async () => {
    writeFileSync(at('photo.csv'), '\0\0\0\x18ftypheic\0\0\0\0mif1heic')
    for (const force of [false, true]) {
      expect(await said({ csv: 'other.jpg', force })).toBe(isImage('other.jpg'))
      expect(await said({ json: 'photo.csv', force })).toBe(isImage('photo.csv'))
      expect(await said({ csv: 'held', force })).toBe('held is a folder. Give the name of a file.')
    }
    expect(await said({ csv: 'note.txt/a.csv' })).toMatch(
      /^note.txt.a.csv: .* Choose another folder\.$/,
    )
  })

  it('is never another output, the key file or among the records', async () => {
    const same = (name: string, other: string): string =>
      `${name} and ${other} are the same file. Choose another name.`
    expect(await said({ json: 'x', csv: 'x' })).toBe(same('x', '--json'))
    expect(await said({ json: 'x.csv', csv: 'X.csv' })).toBe(same('X.csv', '--json'))
    writeFileSync(at('empty'), '')
    linkSync(at('empty'), at('also empty'))
    expect(await said({ json: 'empty', csv: 'also empty' })).toBe(same('also empty', '--json'))
    const data = { folder: 'held', keyFile: 'desk.key' }
    expect(await said({ csv: 'desk.key', data, force: true })).toBe(same('desk.key', '--key-file'))
    writeFileSync(at('desk.key'), 'key')
    expect(await said({ csv: 'desk.key', data, force: true })).toBe(same('desk.key', '--key-file'))
    for (const name of ['held/keys.json', 'held/backups/a.csv'])
      expect(await said({ json: name, data, force: true })).toMatch(
        /is in the folder where records are kept/,
      )
    const standardOutput = openSync(at('empty'), 'a')
    expect(await said({ json: '-', csv: 'empty', standardOutput })).toBe(
      same('empty', 'standard output'),
    )
    expect(await said({ json: '-', inputs: [at('empty')], standardOutput })).toBeUndefined()
    expect(await said({ json: '-', standardOutput: openSync(at('a.jpg'), 'a') })).toBe(
      isInput('standard output'),
    )
  })

  it('takes the place of what this program wrote, of an empty file, and with --force of any other', async () => {
    for (const [index, language] of (['zh', 'en'] as const).entries())
      writeFileSync(at(`table${index}.csv`), csvText(tableOf([], language)))
    const line = { file: 'C:\\图\n"a".jpg', page: 2, card: { index: 1, of: 2 }, status: 'read' }
    writeFileSync(at('lines.json'), `${JSON.stringify(line)}\n`)
    writeFileSync(at('failed.json'), JSON.stringify({ ...line, card: null, status: 'failed' }))
    writeFileSync(at('empty'), '')
    for (const csv of ['table0.csv', 'table1.csv', 'empty', 'new.csv'])
      expect([csv, await said({ csv })]).toEqual([csv, undefined])
    for (const json of ['lines.json', 'failed.json', 'empty', 'new.json'])
      expect([json, await said({ json })]).toEqual([json, undefined])
    const inputs = [at('lines.json'), at('table0.csv')]
    expect(await said({ inputs, json: 'lines.json', csv: 'table0.csv' })).toBeUndefined()
    expect(await said({ inputs, csv: 'lines.json' })).toBe(isInput('lines.json'))
    expect(await said({ csv: 'note.txt' })).toBe(isForeign('note.txt'))
    expect(await said({ json: 'note.txt' })).toBe(isForeign('note.txt'))
    expect(await said({ json: 'table0.csv' })).toBe(isForeign('table0.csv'))
    expect(await said({ csv: 'lines.json' })).toBe(isForeign('lines.json'))
    expect(await said({ csv: 'note.txt', force: true })).toBeUndefined()
  })

  it.skipIf(process.platform === 'win32')('may be a device', async () => {
    expect(await said({ csv: '/dev/null', json: '/dev/full' })).toBeUndefined()
  })

  it('is only looked at', async () => {
    const before = readdirSync(folder)
    await said({
      csv: 'new/deep/a.csv',
      json: 'b.json',
      data: { folder: 'new data', keyFile: 'k' },
    })
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('records', () => {
  it('are kept in a folder, which is not the one that is read', async () => {
    expect(await said({ data: { folder: 'a.jpg' } })).toBe(
      'a.jpg is a file. Give a folder to --data.',
    )
    const inputs = [at('held')]
    expect(await said({ inputs, data: { folder: 'held/../held' } })).toBe(
      'held is to be read. Keep the records in another folder.',
    )
    expect(await said({ data: { folder: 'held', keyFile: 'held' } })).toBe(
      'held is a folder. Give the name of a file.',
    )
    expect(await said({ inputs: [folder], data: { folder: 'held' } })).toBeUndefined()
  })
})
