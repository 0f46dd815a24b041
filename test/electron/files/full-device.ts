import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** A device that is always full. For root it is one of its own: a mistake would replace that of the whole system. */
export function fullDevice(folder: string): string {
  if (process.getuid?.() !== 0) return '/dev/full'
  const device = path.join(folder, 'full')
  const { status, stderr } = spawnSync('mknod', [device, 'c', '1', '7'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return device
}
