import type { Language } from '../../../core/settings/settings.ts'
import { wordsIn } from '../../../core/words/words.ts'
import type { Desk } from '../../desk/desk.ts'
import { standingAt } from '../../files/standing.ts'
import type { Terminal } from '../terminal.ts'
import { sayExport } from '../say-trouble.ts'

/** @returns whether the file that was asked for stands there; when it is held, a free name beside it is taken */
export async function writeCsv(
  path: string,
  desk: Pick<Desk, 'exportCsv'>,
  headings: Language,
  terminal: Terminal,
): Promise<boolean> {
  const isDevice = (await standingAt(path).catch(() => undefined))?.kind === 'device'
  const outcome = await desk.exportCsv({ path, headings })
  if (outcome.kind !== 'written') terminal.warn(sayExport(outcome, headings))
  else if (isDevice)
    terminal.say(wordsIn(headings)('command:sent', { path: outcome.path, count: outcome.rows }))
  else terminal.say(sayExport(outcome, headings))
  if (outcome.kind === 'locked') await writeCsv(outcome.offered, desk, headings, terminal)
  return outcome.kind === 'written'
}
