import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { torture } from './loop.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    lanes: { type: 'string', default: '2' },
    root: { type: 'string' },
  },
})
if (values.root !== undefined) mkdirSync(values.root, { recursive: true })
const root = values.root ?? mkdtempSync(path.join(os.tmpdir(), 'license-desk-torture-'))
const outcome = await torture({
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  lanes: Number(values.lanes),
  root,
  say: (text) => process.stdout.write(`${text}\n`),
})
if (outcome.violation === undefined) rmSync(root, { recursive: true, force: true })
process.exitCode = outcome.violation === undefined ? 0 : 1
