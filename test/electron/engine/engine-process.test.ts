import { fork } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

const program = path.resolve(import.meta.dirname, '../../../electron/engine/engine-process.ts')

it('gives way to whoever works at the computer', async () => {
  const engine = fork(program, ['no models', '1'], { serialization: 'advanced' })
  onTestFinished(() => void engine.kill('SIGKILL'))
  const [ready] = await once(engine, 'message')
  expect(ready).toEqual({ kind: 'ready' })
  expect(os.getPriority(engine.pid ?? 0)).toBeGreaterThanOrEqual(
    os.constants.priority.PRIORITY_BELOW_NORMAL,
  )
})
