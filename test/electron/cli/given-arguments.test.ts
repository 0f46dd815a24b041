import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

const program = path.resolve(import.meta.dirname, '../../../electron/cli.ts')
const line = z.object({ file: z.string(), failure: z.object({ kind: z.string() }) })

it.runIf(process.platform === 'linux')(
  'files are named on the command line by bytes that are no UTF-8, several alike too',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), '旧名字 '))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const bytes of [
      [0xc1, 0xf5],
      [0xcd, 0xf5],
    ])
      await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]), 'a letter')
    const shell = '"$0" --disable-warning=ExperimentalWarning "$1" scan --json - "$2"/* || true'
    const args = ['-c', shell, process.execPath, program, folder]
    const { stdout } = await promisify(execFile)('sh', args)
    const told = stdout
      .trimEnd()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text)))
    expect(told.map(({ file, failure }) => [path.basename(file), failure.kind])).toEqual([
      ['\udcc1\udcf5', 'not-an-image'],
      ['\udccd\udcf5', 'not-an-image'],
    ])
  },
)
