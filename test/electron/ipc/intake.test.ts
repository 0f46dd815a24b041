import { expect, it } from 'vitest'
import type { Weighty } from '../../../electron/ipc/confirm.ts'
import { createTurnedAway } from '../../../electron/intake/turned-away.ts'
import { intakeAnswers } from '../../../electron/ipc/intake.ts'

function openIntake(says: boolean, platform: NodeJS.Platform = 'win32') {
  const asked: (readonly Weighty[])[] = []
  const added: string[] = []
  const take = async (paths: readonly string[]) => {
    added.push(...paths)
    return { accepted: paths.length, refused: [], inOrder: [] }
  }
  const turnedAway = createTurnedAway()
  const answers = intakeAnswers({
    desk: { add: take, addImage: async () => take([]) },
    turnedAway,
    shownDocument: { open: async () => undefined },
    pick: async () => [],
    isLocked: () => false,
    confirm: async (what) => {
      asked.push(what)
      return says
    },
    platform,
    samplesFolder: '',
    onProgress: () => {},
  })
  return { asked, added, turnedAway, add: (paths: string[]) => answers['intake:add']({ paths }) }
}

const asks = (server: string) => [[{ kind: 'network-server', server }]]

it.each([
  ['\\\\NAS\\scans\\a.jpg', 'nas'],
  ['//nas/scans/a.jpg', 'nas'],
  ['\\/nas\\scans', 'nas'],
  ['\\\\?\\UNC\\nas\\scans\\a.jpg', 'nas'],
  ['\\\\.\\UNC\\nas\\scans\\a.jpg', 'nas'],
  ['\\\\evil@80\\DavWWWRoot\\a.jpg', 'evil@80'],
  ['\\\\?\\GLOBALROOT\\Device\\Mup\\nas\\a', '\\\\?\\GLOBALROOT\\Device\\Mup\\nas\\a'],
])('opens no path on another computer on the word of the page alone: %s', async (there, server) => {
  const { asked, added, turnedAway, add } = openIntake(false)
  expect(await add(['C:\\cards\\a.jpg', there])).toMatchObject({
    value: { accepted: 1, refused: [{ path: there, kind: 'no-permission' }] },
  })
  expect(asked).toEqual(asks(server))
  expect(added).toEqual(['C:\\cards\\a.jpg'])
  expect(turnedAway.all()).toMatchObject([{ path: there, kind: 'no-permission' }])
})

it('asks once a run for each computer', async () => {
  const { asked, added, add } = openIntake(true)
  const paths = ['\\\\nas\\scans\\a.jpg', '\\\\NAS\\scans\\b.jpg']
  await add(paths)
  await add(['\\\\nas\\scans\\c.jpg'])
  expect(asked).toEqual(asks('nas'))
  expect(added).toEqual([...paths, '\\\\nas\\scans\\c.jpg'])
})

it.each<[NodeJS.Platform, string]>([
  ['win32', 'C:\\cards\\a.jpg'],
  ['win32', '\\\\?\\C:\\cards\\a.jpg'],
  ['win32', 'https://storage.example/a.jpg'],
  ['linux', '//cards/a.jpg'],
])('on %s opens %s without asking', async (platform, file) => {
  const { asked, added, add } = openIntake(false, platform)
  await add([file])
  expect([asked, added]).toEqual([[], [file]])
})
