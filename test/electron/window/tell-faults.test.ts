import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { StoreProblem } from '../../../electron/store/store-problem.ts'
import { openFaultLog } from '../../../electron/window/fault-log.ts'
import { tellFaults } from '../../../electron/window/tell-faults.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { settled } from '../../fakes/fake-recognizer.ts'
import { newFolder } from '../settings/folder.ts'

const canary = 'canary-secret-0123456789ab'
const now = () => new Date('2026-11-24T02:00:00Z')

/** A person who closes each message when the test says so. */
function openTeller(folder: string) {
  const said: string[] = []
  let closeMessage = (): void => {}
  const onFault = tellFaults({
    log: openFaultLog(folder, now),
    words: () => wordsIn('zh'),
    dialogs: {
      say: ({ message, detail }) => {
        said.push(`${message} ${detail}`)
        return new Promise((resolve) => {
          closeMessage = resolve
        })
      },
    },
  })
  return { said, onFault, closeMessage: () => closeMessage() }
}

it('writes down what nobody expected, without what it says, and tells the person (fault 10)', async () => {
  const folder = path.join(newFolder(), 'logs')
  const { said, onFault, closeMessage } = openTeller(folder)
  process.once('unhandledRejection', onFault)
  const others = process.listeners('unhandledRejection').filter((one) => one !== onFault)
  for (const one of others) process.off('unhandledRejection', one)
  void Promise.reject(
    Object.assign(new TypeError(`${canary} 张三 441900199012210519`), { code: 'E_X' }),
  )
  await settled()
  for (const one of others) process.on('unhandledRejection', one)

  const log = readFileSync(path.join(folder, 'faults.log'), 'utf8')
  expect(log).toMatch(
    /^2026-11-24T02:00:00\.000Z fault TypeError E_X at tell-faults\.test\.ts:\d+:\d+/,
  )
  expect(log).not.toMatch(/canary|张三|4419/)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(path.join(folder, 'faults.log'))
  expect(said[0]).not.toMatch(/canary|张三|4419/)

  onFault('another')
  expect(said).toHaveLength(1)
  closeMessage()
  await settled()
  onFault('a third')
  expect(said).toHaveLength(2)
  expect(readFileSync(path.join(folder, 'faults.log'), 'utf8').trim().split('\n')).toHaveLength(3)
})

it('does not make two faults of one when nothing can be written (fault 10, fault 11)', () => {
  const place = path.join(newFolder(), 'file')
  writeFileSync(place, '')
  const { said, onFault } = openTeller(path.join(place, 'logs'))
  onFault(new Error(canary))
  expect(said).toHaveLength(1)
})

it('says what to do where the disk is at fault, and not the program (fault 11)', async () => {
  const { said, onFault, closeMessage } = openTeller(newFolder())
  for (const kind of ['disk-full', 'damaged'] as const) {
    onFault(new StoreProblem(kind, canary))
    closeMessage()
    await settled()
  }
  expect(said.map((each) => each.split('。')[1])).toEqual([
    '请腾出一些空间',
    '请检查记录所在的磁盘',
  ])
  expect(said.join()).not.toContain(canary)
})
