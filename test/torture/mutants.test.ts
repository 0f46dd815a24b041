import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { torture } from './loop.ts'

it.each([
  ['requeue-in-flight', 0, /charged 2 times|charged and not written down as sent/],
  ['mark-after-sending', 0, /charged and not written down as sent|charged 2 times/],
  ['write-in-place', 1, /the table is torn/],
])('%s is caught within 100 kills', { timeout: 600_000 }, async (mutant, tableShare, wrong) => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'license-desk-mutant-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const hook = new URL(`mutants/${mutant}.ts`, import.meta.url)
  const said: string[] = []
  const say = (text: string): void => void said.push(text)
  const { violation } = await torture({
    rounds: 100,
    seed: 1,
    lanes: 2,
    root,
    hook,
    tableShare,
    say,
  })
  console.log(said.join('\n'))
  expect(violation?.message).toMatch(wrong)
})
