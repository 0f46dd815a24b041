import { access, constants } from 'node:fs/promises'
import path from 'node:path'

/** Whether a file could not be written there: better known before an hour of reading than after. */
export async function folderProblem(
  file: string,
): Promise<'missing-folder' | 'read-only' | undefined> {
  const folder = path.dirname(file)
  try {
    await access(folder, constants.F_OK)
  } catch {
    return 'missing-folder'
  }
  return access(folder, constants.W_OK).then(
    () => undefined,
    () => 'read-only',
  )
}
