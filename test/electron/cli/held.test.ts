import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptPath } from '../../../core/license/record.ts'
import { type OpenStores, openStores } from '../../../electron/store/sqlite/open-stores.ts'
import { openKeyRing } from '../../../electron/vault/key-ring.ts'
import { type FakeWeChat, sampleAccount, startFakeWeChat } from '../../fakes/wechat/fake-wechat.ts'
import { sampleOf, samplesFolder } from '../../fixtures/samples.ts'
import { start } from './command.ts'

const scanned = '扫描0007.jpg'
const { license } = sampleOf(scanned)

let folder = ''
let images: string[]
let hashes: string[]
let wechat: FakeWeChat

const at = (name: string): string => path.join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '登记 '))
  images = ['a.jpg', 'b.jpg', 'c.jpg'].map(at)
  hashes = []
  for (const [index, image] of images.entries()) {
    const picture = sharp(path.join(samplesFolder, scanned)).jpeg({ quality: 80 + index })
    const bytes = await picture.toBuffer()
    await writeFile(image, bytes)
    hashes.push(createHash('sha256').update(bytes).digest('hex'))
  }
  wechat = await startFakeWeChat({ answers: new Map(hashes.map((hash) => [hash, license])) })
})
afterEach(async () => {
  await wechat.close()
  await rm(folder, { recursive: true })
})

const environment = {
  LICENSE_DESK_APP_ID: sampleAccount.appId,
  LICENSE_DESK_APP_SECRET: sampleAccount.appSecret,
}

const desk = (...args: readonly string[]) =>
  start([...args, '--data', at('held'), '--key-file', at('desk.key'), '--lang', 'en'], environment)

const throughWeChat = (...args: readonly string[]) =>
  desk(...args, '--engine', 'wechat-upload', '--base-url', wechat.url, '--concurrency', '1')

interface Line {
  readonly file: string
  readonly status: string
  readonly license: Readonly<Record<string, string>> | null
}

const linesIn = (output: string): Line[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function openHeld(): Promise<OpenStores> {
  const ring = await openKeyRing(at('held'), { keyFile: at('desk.key') })
  if (!ring.ok) throw new Error(ring.error.kind)
  const opened = await openStores(at('held'), ring.value.vault)
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}

async function listed(): Promise<string[]> {
  const { code, output } = await desk('list', '--json', '-').ended
  expect(code).toBe(0)
  return linesIn(output).map(({ file, status }) => `${path.basename(file)} ${status}`)
}

/** The next image is read and charged at once, and answered when what this gives is called. */
function keepBack(): () => void {
  const { promise: until, resolve } = Promise.withResolvers<void>()
  wechat.faults.add({ at: '/cv/ocr/drivinglicense', fault: { kind: 'held', until } })
  return resolve
}

/** Which image was sent first, once one was: several are made ready at once, and any of them may come first. */
async function firstSent(): Promise<number> {
  await expect.poll(() => Math.max(...charges())).toBe(1)
  return charges().indexOf(1)
}

/** The images in order of arrival, each with what is said of the one that was sent, or of the others. */
const eachOf = (sent: number, ofSent: string, ofOthers: string): string[] =>
  ['a.jpg', 'b.jpg', 'c.jpg'].map((name, index) => `${name} ${index === sent ? ofSent : ofOthers}`)

const charges = (): number[] => hashes.map((hash) => wechat.ledger.charges(hash))

describe('records that are kept', () => {
  it('outlast the run, and can be listed, exported and purged', async () => {
    const { code } = await throughWeChat('scan', ...images).ended
    expect(code).toBe(0)
    expect(await listed()).toEqual(['a.jpg read', 'b.jpg read', 'c.jpg read'])

    const exported = await desk('export', '--csv', at('out.csv')).ended
    expect(exported.code).toBe(0)
    const rows: string[][] = parse(await readFile(at('out.csv'), 'utf8'), { bom: true })
    expect(rows).toHaveLength(4)
    expect(rows.slice(1).every((row) => row.includes(license.id_num))).toBe(true)

    const preview = await desk('purge', '--older-than', '0', '--preview').ended
    expect(preview.errors).toContain('3 records')
    expect(await listed()).toHaveLength(3)
    const purged = await desk('purge', '--older-than', '0').ended
    expect(purged.code).toBe(0)
    expect(await listed()).toEqual([])
    expect((await desk('list').ended).output).toBe('The list is empty\n')

    const verified = await desk('audit', 'verify').ended
    expect(verified).toMatchObject({ code: 0, errors: expect.stringContaining('intact') })
  })

  it('are told as they stand when the same command is given again', async () => {
    const args = ['scan', ...images, '--json', '-']
    const first = await throughWeChat(...args).ended
    await writeFile(at('note.txt'), 'no image')
    const again = await throughWeChat(...args, at('note.txt')).ended
    const told = (output: string) =>
      linesIn(output).map((line) => ({
        file: line.file,
        status: line.status,
        name: line.license?.['name'],
      }))
    const refused = { file: at('note.txt'), status: 'failed', name: undefined }
    expect(told(again.output)).toEqual([...told(first.output), refused])
    expect(charges()).toEqual([1, 1, 1])
  })

  it('are not told of a file that holds another image by now (fault 57)', async () => {
    const [first = '', second = ''] = images
    const args = ['scan', first, '--json', '-']
    await throughWeChat(...args).ended
    await copyFile(second, first)
    const { output } = await throughWeChat(...args).ended
    expect(linesIn(output)).toMatchObject([{ file: first, status: 'read' }])
    expect(charges()).toEqual([1, 1, 0])
    expect(await listed()).toEqual(['a.jpg read', 'a.jpg read'])
  })

  it('are purged with images that came without a file, and with a store that was set aside', async () => {
    await throughWeChat('scan', ...images).ended
    const before = await openHeld()
    const [job] = before.stores.jobs.all()
    if (job === undefined) throw new Error('nothing is on the list')
    before.stores.jobs.put({ ...job, source: { ...job.source, path: keptPath('pasted') } })
    before.stores.images.put('pasted', Uint8Array.of(1, 2, 3))
    await before.close()
    const aside = path.join(at('held'), 'desk.broken-2026-11-24T02-00-00-000Z.sqlite')
    await writeFile(aside, 'broken')

    expect((await desk('purge', '--older-than', '0').ended).code).toBe(0)
    const after = await openHeld()
    expect(after.stores.images.get('pasted')).toBeUndefined()
    await after.close()
    expect(existsSync(aside)).toBe(false)

    await writeFile(aside, 'broken')
    expect((await desk('purge', '--older-than', '0').ended).code).toBe(0)
    expect(existsSync(aside)).toBe(false)
  })

  it('are told in words where the disk is at fault, and so is a backup that is missing', async () => {
    await throughWeChat('scan', ...images).ended
    const change = (sql: string): void => {
      const database = new DatabaseSync(at('held/desk.sqlite'))
      database.exec(sql)
      database.close()
    }
    await rm(at('held/backups'), { recursive: true })
    change('UPDATE audit SET entry = zeroblob(40) WHERE number = 1')
    const missing = await desk('list').ended
    expect(missing.code).toBe(0)
    expect(missing.errors).toMatch(
      /^Today’s backup could not be made, .* cannot be read\. Contact support\.\n$/,
    )

    change(`CREATE TRIGGER no_more BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, ''); END`)
    const { code, errors } = await desk('purge', '--older-than', '0').ended
    expect(code).toBe(7)
    expect(errors).toMatch(
      /^The records in .* cannot be read or written\. Check the disk, then run the same command again\.$/m,
    )
    expect(errors).not.toMatch(/StoreProblem|\.ts:\d+/)
  })

  it.each(['offline', 'wechat-upload'])(
    'are read %s from an image without a file',
    async (engine) => {
      await desk('scan', at('nothing.jpg')).ended
      const { stores, close } = await openHeld()
      const [image = '', [hash]] = [images[0], hashes]
      const source = { path: keptPath('pasted'), name: '粘贴.jpg', page: 1, image: hash }
      stores.images.put('pasted', await readFile(image))
      stores.jobs.put({ id: 'job', source, state: { kind: 'queued' } })
      await close()
      const args = ['--engine', engine, '--base-url', wechat.url, '--json', '-']
      const { output } = await desk('resume', ...args).ended
      expect(linesIn(output)).toMatchObject([{ status: 'read', license }])
    },
  )

  it('answer for an image that was read before, under another name', async () => {
    const [first = ''] = images
    await throughWeChat('scan', first).ended
    await copyFile(first, at('again.jpg'))
    const { output } = await throughWeChat('scan', at('again.jpg'), '--json', '-').ended
    expect(linesIn(output)).toMatchObject([{ status: 'read', license }])
    expect(charges()).toEqual([1, 0, 0])
  })

  it('are begun only where something is read', async () => {
    const { code, errors } = await desk('list').ended
    expect(code).toBe(2)
    expect(errors).toContain('There is no folder')
    expect(existsSync(at('held'))).toBe(false)
    expect(existsSync(at('desk.key'))).toBe(false)
  })

  it('are held by one program at a time', async () => {
    keepBack()
    const running = throughWeChat('scan', ...images)
    await firstSent()
    const { code, errors } = await desk('list').ended
    expect(code).toBe(3)
    expect(errors).toContain('Close it first')
    running.process.kill('SIGKILL')
    await running.ended
    expect(await listed()).toHaveLength(3)
  })
})

describe('a run that was killed', () => {
  it('leaves unknown what was out, goes on with the rest, and pays for nothing twice (fault 2)', async () => {
    keepBack()
    const running = throughWeChat('scan', ...images)
    const sent = await firstSent()
    running.process.kill('SIGKILL')
    await running.ended

    expect(await listed()).toEqual(eachOf(sent, 'unknown', 'waiting'))
    const { output, code } = await throughWeChat('resume', '--json', '-').ended
    expect(code).toBe(0)
    expect(
      linesIn(output)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['read', 'read'])
    expect(await listed()).toEqual(eachOf(sent, 'unknown', 'read'))
    expect(charges()).toEqual([1, 1, 1])
  })

  it('goes on after an interrupt too, which waits for the call that is out', async () => {
    const answer = keepBack()
    const running = throughWeChat('scan', ...images)
    const sent = await firstSent()
    running.process.kill('SIGINT')
    await running.says('Press Ctrl-C again')
    answer()
    const { code, errors } = await running.ended
    expect(code).toBe(130)
    const resume = new RegExp(
      `Go on with: (npm run --silent desk -- resume --data '.*held' --key-file '.*desk\\.key' .*)\n`,
    ).exec(errors)?.[1]
    expect(await listed()).toEqual(eachOf(sent, 'read', 'waiting'))
    const typed = spawn('sh', ['-c', resume ?? 'exit 9'], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      env: { ...process.env, LC_ALL: 'C', ...environment },
    })
    expect((await once(typed, 'close'))[0]).toBe(0)
    expect(await listed()).toEqual(['a.jpg read', 'b.jpg read', 'c.jpg read'])
    expect(charges()).toEqual([1, 1, 1])
  })

  it('notices an original that changed meanwhile, and does not send it (fault 57)', async () => {
    keepBack()
    const running = throughWeChat('scan', ...images)
    const sent = await firstSent()
    running.process.kill('SIGKILL')
    await running.ended
    const [changed = 0, other = 0] = [0, 1, 2].filter((index) => index !== sent)
    await copyFile(images[other] ?? '', images[changed] ?? '')
    const { output } = await throughWeChat('resume', '--json', '-').ended
    const lines = linesIn(output)
    expect(lines[sent]).toMatchObject({ status: 'unknown', failure: { kind: 'outcome-unknown' } })
    expect(lines[changed]).toMatchObject({ status: 'failed', failure: { kind: 'changed' } })
    expect(lines[other]).toMatchObject({ status: 'read' })
    expect(charges()).toEqual([0, 1, 2].map((index) => (index === changed ? 0 : 1)))
  })
})
