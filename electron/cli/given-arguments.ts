import { readFileSync } from 'node:fs'
import { textOf } from '../files/system-path.ts'

/** Where Linux keeps the words that a program was started with, as they are. */
const words = '/proc/self/cmdline'

/** What was given on the command line: where Node lost bytes that are no UTF-8, they are asked for. */
export function givenArguments(): readonly string[] {
  const given = process.argv.slice(2)
  if (process.platform !== 'linux' || given.every((word) => !word.includes('\ufffd'))) return given
  const whole = readFileSync(words).toString('latin1').split('\0').slice(0, -1)
  return whole.slice(-given.length).map((word) => textOf(Buffer.from(word, 'latin1')))
}
