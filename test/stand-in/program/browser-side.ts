import type { BrowserCalls, ProgramCalls } from '../calls.ts'
import { connect, type Link } from '../link.ts'

/** Answers to what the browser's side asks; each part of the stand-in adds its own. */
const answers: Partial<ProgramCalls> = {}

export const answer = (calls: Partial<ProgramCalls>): void => {
  Object.assign(answers, calls)
}

/** The side that owns the browser: the parent process. */
export const browser: Link<BrowserCalls> = connect<BrowserCalls>(
  {
    send: (message) => {
      if (process.connected) process.send?.(message)
    },
    listen: (listener) => {
      process.on('message', listener)
    },
  },
  answers,
)

// Without a browser there is nothing to show and nobody to answer.
process.once('disconnect', () => process.exit(0))
