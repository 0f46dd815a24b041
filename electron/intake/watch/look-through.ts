import { stat } from 'node:fs/promises'
import path from 'node:path'
import { doneFolder, type WatchView } from '../../../core/intake/watch.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { faultOfError } from '../../files/fault-of-error.ts'
import { namesIn, systemPath } from '../../files/system-path.ts'
import { walk } from '../walk.ts'
import type { LyingFile } from './seen-files.ts'

/** More files than a shop scans in years: whoever watches such a folder has taken the wrong one. */
const mostFiles = 20_000

/** All files in a folder and those below it, but for `done`; or why it cannot be looked through. */
export async function lookThrough(
  folder: string,
  leftOut: readonly string[],
  signal: AbortSignal,
): Promise<
  Result<readonly LyingFile[], Extract<WatchView['state'], 'away' | 'closed' | 'too-large'>>
> {
  try {
    if (!(await stat(systemPath(folder))).isDirectory()) return fail('away')
    await namesIn(folder)
  } catch (error) {
    return fail(faultOfError(error) === 'no-permission' ? 'closed' : 'away')
  }
  const files: LyingFile[] = []
  let count = 0
  for await (const found of walk([folder], [...leftOut, path.join(folder, doneFolder)])) {
    if (signal.aborted) break
    count += 1
    if (count > mostFiles) return fail('too-large')
    if (found.kind !== 'file') continue
    // What is gone again, or cannot be seen now, is met the next time.
    const lies = await stat(systemPath(found.path)).catch(() => undefined)
    if (lies?.isFile() === true)
      files.push({ path: found.path, size: lies.size, written: lies.mtimeMs })
  }
  return ok(files)
}
