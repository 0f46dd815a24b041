import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { csvText } from '../../core/export/csv.ts'
import { tableOf } from '../../core/export/table.ts'
import type { License } from '../../core/license/field.ts'
import { sampleAccount, startFakeWeChat } from '../fakes/wechat/fake-wechat.ts'
import { hashOf } from '../fakes/wechat/recognition.ts'
import { type DeskFolder, makeDeskFolder } from './desk-folder.ts'
import { crashesIn, type Ended, endOf, stack, startProgram } from './program.ts'
import { sceneOf } from './scene.ts'
import { readTable } from './table.ts'
import { violationsAtAnyMoment, violationsAtRest } from './violations.ts'

const concurrency = 2
const images = 12

/** A disk of its own with so many KiB, in place of a folder. */
function mountSmallDisk(folder: string, kibibytes: number): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=0700`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
}

const enlarge = (folder: string): void =>
  void execFileSync('mount', ['-o', 'remount,size=64m', folder])

const canMount = ((): boolean => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'license-desk-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
})()

interface Desk {
  readonly folder: DeskFolder
  readonly charges: (hash: string) => number
  run(act: 'scan' | 'resume' | 'export', paths?: readonly string[]): Promise<Ended>
}

async function openDesk(): Promise<Desk> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'license-desk-full-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = makeDeskFolder(root)
  const licenses = new Map<string, License>()
  const wechat = await startFakeWeChat({ answerFor: (image) => licenses.get(hashOf(image)) })
  onTestFinished(() => wechat.close())
  for (const { hash, license } of folder.newImages(images)) licenses.set(hash, license)
  const { data, keyFile, table } = folder
  const reading = ['--engine', 'wechat-upload', '--base-url', wechat.url]
  return {
    folder,
    charges: (hash) => wechat.ledger.charges(hash),
    async run(act, paths = []) {
      const args = [act, ...paths, '--data', data, '--key-file', keyFile, '--csv', table]
      const program = startProgram(
        [...args, ...(act === 'export' ? [] : [...reading, '--concurrency', `${concurrency}`])],
        {
          LICENSE_DESK_APP_ID: sampleAccount.appId,
          LICENSE_DESK_APP_SECRET: sampleAccount.appSecret,
        },
      )
      return await endOf(program, root)
    },
  }
}

describe.skipIf(!canMount)('a disk that is full', { timeout: 120_000 }, () => {
  /** KiB, from too little to begin with up to enough for everything. */
  it.each([8, 24, 40, 72, 104, 136, 168, 200, 264, 392, 1024])(
    'under the records, with room for %i KiB, loses nothing, pays nothing more and says so (fault 11)',
    async (room) => {
      const desk = await openDesk()
      const { folder, charges } = desk
      mountSmallDisk(folder.data, room)
      const paths = folder.album.all.map(({ file }) => file)
      const look = async () => ({
        scene: await sceneOf(folder.data, folder.keyFile),
        images: folder.album.all,
        onList: new Set<string>(),
        charges,
        table: readTable(folder.table),
      })

      const first = await desk.run('scan', paths)
      const hasSaid = first.code === 0 || /\bdisk\b.* full\b/.test(first.errors)
      expect({ ...first, hasSaid }).toMatchObject({ hasSaid: true })
      expect(first.errors).not.toMatch(stack)
      enlarge(folder.data)
      const found = await look()
      expect(violationsAtAnyMoment(found)).toEqual([])

      const onList = found.scene.kept.length
      const isAllOnList = onList === images
      // With nothing on the list it may be said that nothing could be begun.
      const saysAgain = onList === 0 || first.errors.includes('same command again')
      expect(saysAgain).toBe(!isAllOnList)
      const second = await (isAllOnList ? desk.run('resume') : desk.run('scan', paths))
      expect(crashesIn(second)).toEqual([])
      const rest = await look()
      expect([...violationsAtAnyMoment(rest), ...violationsAtRest(rest)]).toEqual([])
      const states = rest.scene.kept.map(({ job }) => job.state.kind)
      expect(states).toHaveLength(images)
      expect(states.filter((state) => state !== 'done' && state !== 'unknown')).toEqual([])
      // What was out when the first answer could not be written down, and that one.
      const lost = states.filter((state) => state === 'unknown').length
      expect(lost).toBeLessThanOrEqual(concurrency + 1)
    },
  )

  it('under the table keeps the old one, leaves nothing behind and says so (fault 12)', async () => {
    const desk = await openDesk()
    const { folder } = desk
    await desk.run(
      'scan',
      folder.album.all.map(({ file }) => file),
    )
    mountSmallDisk(folder.tables, 12)
    const old = csvText(tableOf([], 'zh'))
    writeFileSync(folder.table, old)
    writeFileSync(path.join(folder.tables, 'other'), Buffer.alloc(4096))
    const before = readdirSync(folder.tables)
    writeFileSync(path.join(folder.tables, 'other'), Buffer.alloc(8192))
    const ended = await desk.run('export')
    expect(ended.code).toBe(6)
    expect(ended.errors).toMatch(/full/)
    expect(readFileSync(folder.table, 'utf8')).toBe(old)
    expect(readdirSync(folder.tables)).toEqual(before)
  })
})
