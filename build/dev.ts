import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import path from 'node:path'
import { cannotOpen, hasNoDisplay } from './start/display.ts'
import { sources } from './start/freshness.ts'
import { startWords } from './start/words.ts'

const root = path.resolve(import.meta.dirname, '..')
/** Changes closer together than this, in milliseconds, count as one: editors write in several steps. */
const pause = 200

let running: ChildProcess | undefined
let timer: NodeJS.Timeout | undefined
let turn: Promise<void> = Promise.resolve()

/** Builds what changed and opens the program; when its window is closed, all is over. */
function open(): void {
  const start = path.join(import.meta.dirname, 'start.ts')
  const child = spawn(process.execPath, [...process.execArgv, start, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  running = child
  child.once('exit', (code) => {
    if (child === running && (code === 0 || code === cannotOpen)) process.exit(code)
  })
}

async function openAnew(): Promise<void> {
  const old = running
  running = undefined
  if (old !== undefined && old.exitCode === null && old.signalCode === null) {
    const gone = once(old, 'exit')
    old.kill()
    await gone
  }
  open()
}

if (hasNoDisplay()) {
  console.error(startWords.noDisplay('npm run dev'))
  process.exit(cannotOpen)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    running?.kill()
    process.exit(0)
  })
for (const source of sources)
  watch(path.join(root, source), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(openAnew)
    }, pause)
  })
open()
