import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** What the build is made of. */
export const sources = ['core', 'electron', 'renderer', 'vite.config.ts', 'package-lock.json']
/** What the build leaves; the last written file of each environment. */
const results = [
  'dist/renderer/index.html',
  'dist/main/main.js',
  'dist/main/engine-process.js',
  'dist/preload/preload.cjs',
]

/** Whether the build is there and no source is newer than it. */
export function isBuilt(root: string): boolean {
  const built = results.map((file) => timeOf(path.join(root, file)))
  return Math.min(...built) > Math.max(...sources.map((name) => newest(path.join(root, name))))
}

/** When a file, or the newest file of a folder, was changed; 0 when there is none. */
function newest(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const inside = readdirSync(place, { withFileTypes: true, recursive: true })
  const files = inside.filter((entry) => entry.isFile())
  return Math.max(0, ...files.map(({ parentPath, name }) => timeOf(path.join(parentPath, name))))
}

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
