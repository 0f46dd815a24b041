import type { Writable } from 'node:stream'
import { padColumns, printable, shorten } from './display-width.ts'
import type { ExitCode, Stop } from './exit-codes.ts'

/** Where the command line tells a person how it goes: standard error. Each text takes one line, whatever stands in it. */
export interface Terminal {
  /** What a person may want to know; silent when quiet. */
  readonly say: (text: string) => void
  /** What a person must know, also when quiet. */
  readonly warn: (text: string) => void
  /** Tells why nothing is done, and gives the code to end with. */
  readonly stop: (stop: Stop) => ExitCode
  /** Says several lines. */
  readonly sayLines: (lines: readonly string[]) => void
  /** `detail` names what is being done; a bar on a terminal, nothing elsewhere. */
  readonly progress: (what: string, done: number, total: number, detail?: string) => void
  /** What became of one of them; a plain line where there is no bar. */
  readonly ended: (text: string, done: number, total: number) => void
  readonly endProgress: () => void
}

export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

const barWidth = 24

export function createTerminal(output: TerminalStream, quiet: boolean): Terminal {
  const isLive = output.isTTY === true && !quiet
  const clear = isLive ? '\r\u001b[K' : ''
  const write = (text: string): void => {
    output.write(`${clear}${printable(text)}\n`)
  }
  return {
    say: (text) => {
      if (!quiet) write(text)
    },
    warn: write,
    stop: ({ exitCode, message }) => {
      write(message)
      return exitCode
    },
    sayLines: (lines) => {
      if (!quiet) lines.forEach(write)
    },
    progress: (what, done, total, detail = '') => {
      if (!isLive) return
      const filled = total === 0 ? 0 : Math.round((done / total) * barWidth)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      const room = (output.columns ?? 80) - 1
      const line = shorten(`${what} ${bar} ${done}/${total}  ${printable(detail)}`, room)
      output.write(`\r${padColumns(line, room)}`)
    },
    ended: (text, done, total) => {
      if (!isLive && !quiet) write(`[${done}/${total}] ${text}`)
    },
    endProgress: () => {
      if (isLive) output.write(clear)
    },
  }
}
