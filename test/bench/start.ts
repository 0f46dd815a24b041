import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Case } from './cases.ts'
import type { Figure } from './figures.ts'

const program = path.resolve(import.meta.dirname, '../../electron/cli.ts')

/** From starting the command to its first line, on a card that a process just started. */
export async function startFigures(card: Case | undefined): Promise<Figure[]> {
  if (card === undefined) return []
  const seconds = (await firstLine(card.image)) / 1000
  return [
    {
      name: 'start of the command to first result',
      measured: `${seconds.toFixed(2)} s`,
      bar: '≤ 2.5 s',
      passed: seconds <= 2.5,
    },
  ]
}

function firstLine(image: string): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'scan', image, '--json', '-', '--quiet'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    let ms: number | undefined
    child.stdout.once('data', () => {
      ms = performance.now() - start
    })
    child.once('error', reject)
    child.once('close', () =>
      ms === undefined ? reject(new Error('the command gave no result')) : resolve(ms),
    )
  })
}
