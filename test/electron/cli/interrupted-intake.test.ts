import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ok } from '../../../core/result.ts'
import { scan } from '../../../electron/cli/scan.ts'
import type { Terminal } from '../../../electron/cli/terminal.ts'
import { timed } from '../../../electron/cli/timed-recognizer.ts'
import { createDesk } from '../../../electron/desk/desk.ts'
import { createMemoryStores } from '../../../electron/store/memory-stores.ts'
import { HeldRecognizer, numbered } from '../../fakes/fake-recognizer.ts'

it('starts nothing more when it is interrupted while it looks at files', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'license-desk-intake-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (let number = 0; number < 300; number += 1)
    await writeFile(path.join(folder, `${number}.png`), '\x89PNG\r\n\x1a\n', 'latin1')
  const recognizer = new HeldRecognizer()
  const desk = createDesk({
    stores: createMemoryStores(),
    who: 'desk-1',
    recognizer: () => recognizer,
    takesAddresses: () => false,
    concurrency: () => 2,
    preview: async () => ok(new Uint8Array()),
    now: () => new Date(2021, 2, 15, 12),
    newId: numbered('id'),
  })
  const stopped = new AbortController()
  const terminal: Terminal = {
    say: () => undefined,
    warn: () => undefined,
    stop: ({ exitCode }) => exitCode,
    sayLines: () => undefined,
    progress: () => {
      if (recognizer.askedFor.length > 0) stopped.abort()
    },
    ended: () => undefined,
    endProgress: () => undefined,
  }
  const { exitCode, results } = await scan(
    {
      paths: [folder],
      language: 'en',
      engine: 'offline',
      concurrency: 2,
      whenSpent: 'fail',
      splitPages: false,
      quiet: false,
      force: false,
    },
    {
      desk,
      judging: undefined,
      recognizer: timed(recognizer),
      terminal,
      standardOutput: process.stdout,
      from: folder,
      now: () => new Date(2021, 2, 15, 12),
      stopped,
      hurry: new AbortController().signal,
    },
  )
  expect({ exitCode, results }).toEqual({ exitCode: 130, results: [] })
  expect(recognizer.askedFor).toHaveLength(2)
  expect(desk.snapshot().jobs.map(({ state }) => state.kind)).toEqual(
    Array.from({ length: 300 }, () => 'queued'),
  )
})
