import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron } from 'playwright-core'
import { seeFirstScreen } from './first-screen.ts'
import type { StartWish } from './arguments.ts'

/** Opens the built program in Electron; returns its exit code when it has ended. */
export async function openInElectron(
  program: string,
  root: string,
  { smoke, words }: StartWish,
): Promise<number> {
  const args = [...sandboxOf(), root, ...words]
  if (smoke === undefined) {
    const [code] = await once(spawn(program, args, { stdio: 'inherit' }), 'exit')
    return typeof code === 'number' ? code : 1
  }
  const running = await _electron.launch({ executablePath: program, args })
  try {
    await seeFirstScreen(await running.firstWindow(), smoke.picture)
    return 0
  } finally {
    await running.close()
  }
}

/** Electron refuses its own sandbox to root, and only then may it be left out. */
const sandboxOf = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
