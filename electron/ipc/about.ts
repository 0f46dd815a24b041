import { readFile } from 'node:fs/promises'
import type { AboutView } from '../../core/ipc/support.ts'
import { ok } from '../../core/result.ts'
import { type Notice, noticesIn } from '../../core/support/notices.ts'
import type { Answers } from './serve.ts'

export interface AboutParts {
  readonly versions: () => AboutView['versions']
  /** Files with license texts; those that are not there are passed over. */
  readonly notices: readonly string[]
}

export const aboutAnswers = ({
  versions,
  notices,
}: AboutParts): Pick<Answers, 'program:about'> => ({
  'program:about': async () => {
    const read = await Promise.all(notices.map(noticesOf))
    return ok({ versions: versions(), notices: read.flat() })
  },
})

const noticesOf = (file: string): Promise<Notice[]> =>
  readFile(file, 'utf8').then(
    (text) => [...noticesIn(text)],
    () => [],
  )
