import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Starts a TypeScript program, waits until it says something and kills it some milliseconds later. */
export async function startAndKill(
  program: URL,
  args: readonly string[],
  milliseconds: number,
): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: 'none' },
  })
  const closed = once(child, 'close')
  await Promise.race([
    once(child.stdout, 'data'),
    closed.then(() => Promise.reject(new Error('it ended by itself'))),
  ])
  await pass(milliseconds)
  child.kill('SIGKILL')
  await closed
}
