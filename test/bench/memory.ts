import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { engineEnvironment } from '../../electron/recognizers/offline/engine-environment.ts'
import { engineArguments } from '../../electron/recognizers/offline/forked-engine.ts'
import type { EngineRequest } from '../../electron/engine/protocol.ts'
import type { Case } from './cases.ts'
import type { Figure } from './figures.ts'
import { modelsFolder } from './models-folder.ts'
import { withProgress } from './progress.ts'

const program = path.resolve(import.meta.dirname, '../../electron/engine/engine-process.ts')
/** The engine counts as flat when after the last image it holds at most this much more than after a quarter of them. */
const mostGrowth = 50

/** Memory of the engine's own process over many images; Linux only, nothing elsewhere. */
export async function memoryFigures(cards: readonly Case[], images: number): Promise<Figure[]> {
  if (process.platform !== 'linux' || cards.length === 0) return []
  const engine = fork(program, [modelsFolder, '2'], {
    execArgv: [...engineArguments],
    env: engineEnvironment(process.env),
    serialization: 'advanced',
  })
  try {
    await once(engine, 'message')
    const held: number[] = []
    await withProgress('memory', images, async (progress) => {
      for (let seq = 0; seq < images; seq++) {
        const card = cards[seq % cards.length]
        if (card === undefined) break
        progress.step()
        const request: EngineRequest = { kind: 'read', seq, path: card.image, page: 1 }
        engine.send(request)
        await once(engine, 'message')
        held.push(await megabytes(engine.pid, 'VmRSS'))
      }
    })
    const peak = await megabytes(engine.pid, 'VmHWM')
    const growth = (held.at(-1) ?? 0) - (held[images / 4] ?? 0)
    return [
      {
        name: `engine memory over ${images} images, peak`,
        measured: `${peak.toFixed(0)} MB`,
        bar: '≤ 600 MB',
        passed: peak <= 600,
      },
      {
        name: 'engine memory, growth over the last three quarters',
        measured: `${growth.toFixed(0)} MB`,
        bar: `≤ ${mostGrowth} MB`,
        passed: growth <= mostGrowth,
      },
    ]
  } finally {
    engine.kill()
  }
}

async function megabytes(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024
}
