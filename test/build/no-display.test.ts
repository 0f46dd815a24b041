import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasNoDisplay } from '../../build/start/display.ts'

const root = path.resolve(import.meta.dirname, '../..')

describe.skipIf(process.platform !== 'linux')('without a display', () => {
  it.each([
    ['build/start.ts', 'npm start'],
    ['build/dev.ts', 'npm run dev'],
  ])('%s ends at once, and says how to go on with %s', (script, command) => {
    const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
    const ran = spawnSync('node', [path.join(root, script)], {
      encoding: 'utf8',
      env,
      timeout: 60_000,
    })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain(`xvfb-run ${command}；`)
    expect(ran.stderr).toContain(`Run ${command} on a desktop`)
    expect(ran.stdout).toBe('')
  })
})

it('takes either display, and asks for none elsewhere', () => {
  expect(hasNoDisplay({}, 'linux')).toBe(true)
  expect(hasNoDisplay({ DISPLAY: '' }, 'linux')).toBe(true)
  expect(hasNoDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(hasNoDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(hasNoDisplay({}, 'win32')).toBe(false)
})
