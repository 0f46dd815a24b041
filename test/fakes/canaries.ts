import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Every secret that a fake WeChat knows and every token that it gave out in this process. */
const canaries = new Set<string>()

/** From now on no text may hold it. */
export function watchFor(...secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets) if (secret !== undefined && secret.length > 7) canaries.add(secret)
}

/** Throws, without repeating it, when a secret or token stands in a text. */
export function seeNoCanary(text: string, where: string): void {
  for (const canary of canaries)
    if (text.includes(canary)) throw new Error(`a secret stands in ${where}`)
}

/**
 * Looks through every file of a folder.
 * @param isSpared files where a secret may stand
 */
export async function seeNoCanaryIn(
  folder: string,
  isSpared: (file: string) => boolean = () => false,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && !isSpared(file)) seeNoCanary(await textOf(file), file)
  }
}

/** Nothing where it is gone again: what writes there may still be at work. */
const textOf = (file: string): Promise<string> =>
  readFile(file, 'latin1').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
