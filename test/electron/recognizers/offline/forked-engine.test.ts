import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { forkEngine } from '../../../../electron/recognizers/offline/forked-engine.ts'
import { newFolder } from '../../settings/folder.ts'

it('gives the process that decodes images no secret of its own environment', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('LICENSE_DESK_APP_SECRET', 'canary-secret')
  vi.stubEnv('LICENSE_DESK_PASSPHRASE', 'canary passphrase')
  vi.stubEnv('LICENSE_DESK_TOKEN_KEY', 'canary-key')
  vi.stubEnv('NODE_OPTIONS', '--title=canary')
  const folder = newFolder()
  vi.stubEnv('TMPDIR', folder)
  const engine = forkEngine({
    program: path.join(import.meta.dirname, 'tiny-engine.ts'),
    models: folder,
  })
  onTestFinished(() => engine.kill())
  await new Promise<void>((ready) => engine.onMessage(() => ready()))
  const given: object = JSON.parse(readFileSync(path.join(folder, 'environment.json'), 'utf8'))
  expect(given).toMatchObject({ TMPDIR: folder })
  expect(JSON.stringify(given)).not.toContain('canary')
  // Node's own, by which a forked process speaks with this one.
  const ofNode = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']
  const ofDesk = ['PATH', 'LD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'NODE_COMPILE_CACHE']
  const ofWindows =
    /^(system(root|drive)|windir|user(profile|name|domain)|home(drive|path)|logonserver)$/i
  const frugal = ['GLIBC_TUNABLES']
  const expected = new Set([...ofNode, ...ofDesk, ...frugal])
  const others = Object.keys(given).filter((name) => !expected.has(name))
  expect(others.filter((name) => process.platform !== 'win32' || !ofWindows.test(name))).toEqual([])
})
