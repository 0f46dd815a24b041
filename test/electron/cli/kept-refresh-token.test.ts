import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openRefreshToken } from '../../../electron/cli/kept-refresh-token.ts'
import { newFolder } from '../settings/folder.ts'

const fileIn = (folder: string): string => path.join(folder, 'authorizations', 'wx1.json')

it('keeps the token that WeChat gave last, until the environment gives another', async () => {
  const file = fileIn(newFolder())
  const first = await openRefreshToken(file, 'given')
  expect(first.token).toBe('given')
  await first.keep('renewed')
  expect((await openRefreshToken(file, 'given')).token).toBe('renewed')
  expect((await openRefreshToken(file, 'given anew')).token).toBe('given anew')
})

it('takes the given one when the file is torn', async () => {
  const file = fileIn(newFolder())
  await (await openRefreshToken(file, 'given')).keep('renewed')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3))
  expect((await openRefreshToken(file, 'given')).token).toBe('given')
})

it('keeps what belongs to two users apart (fault 8)', async () => {
  const [one, other] = [newFolder(), newFolder()]
  await (await openRefreshToken(fileIn(one), 'given')).keep('renewed')
  expect((await openRefreshToken(fileIn(other), 'given')).token).toBe('given')
  expect(readdirSync(other)).toEqual([])
})

it.skipIf(process.platform === 'win32')('is closed to other users (fault 8)', async () => {
  const file = fileIn(newFolder())
  await (await openRefreshToken(file, 'given')).keep('renewed')
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it.skipIf(process.getuid?.() !== 0)('cannot be read by another user (fault 8)', async () => {
  const file = fileIn(newFolder())
  await (await openRefreshToken(file, 'given')).keep('renewed')
  const asNobody = spawnSync('cat', [file], { uid: 65_534, gid: 65_534, encoding: 'utf8' })
  expect(asNobody.stderr).toContain('denied')
  expect(asNobody.stdout).toBe('')
})
