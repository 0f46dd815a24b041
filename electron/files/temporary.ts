import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** A name beside the target for what is written before it takes the target's place; it tells who writes it. */
export const temporaryBeside = (target: string): string =>
  path.join(path.dirname(target), `.license-desk-${host}-${process.pid}-${randomUUID()}.part`)

const ours = /^\.license-desk-(?:([0-9a-f]{8})-(\d+)-)?[0-9a-f-]{36}\.part$/
const day = 24 * 60 * 60 * 1000

/**
 * Whether a file is a temporary one that nobody writes any more. What another computer writes on a common disk, or what
 * bears the number of a process that runs, is left alone for a day.
 * @param age milliseconds since it was last written
 */
export function isAbandoned(name: string, age: number): boolean {
  const [matched, from, id] = ours.exec(name) ?? []
  if (matched === undefined) return false
  if (from === host && hasEnded(Number(id), age)) return true
  return age > day
}

function hasEnded(id: number, age: number): boolean {
  if (id === process.pid) return age > process.uptime() * 1000
  try {
    process.kill(id, 0)
    return false
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'ESRCH'
  }
}
