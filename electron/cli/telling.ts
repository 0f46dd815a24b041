import type { Language } from '../../core/settings/settings.ts'
import { retryRuleOf } from '../../core/wechat/faults.ts'
import { saySource } from '../../core/words/say-source.ts'
import { wordsIn } from '../../core/words/words.ts'
import type { Ended, ScanResult } from './results.ts'
import { nameOf, sayResult } from './summary.ts'
import type { Terminal } from './terminal.ts'

export interface TellingParts {
  readonly terminal: Terminal
  readonly language: Language
  /** How many things came in. */
  readonly total: number
  /** Failures stand in the lines of JSON, and nothing else is wanted. */
  readonly failuresAreTold: boolean
}

/** Tells on the terminal what becomes of each thing that came in; `done` counts it. */
export interface Telling {
  begun(): void
  ended(one: Ended, done: number): void
  /** Nothing more changes it. */
  closed(one: Ended, done: number): void
}

export function createTelling({
  terminal,
  language,
  total,
  failuresAreTold,
}: TellingParts): Telling {
  const reading = wordsIn(language)('command:reading')
  /** A second page of which it is not known yet whether its license comes. */
  const awaited = new Set<Ended>()

  const say = (one: Ended, done: number): void => {
    const results = one.results()
    for (const result of results) {
      const name = nameOf(result, language)
      const said = `${name}  ${sayResult(result, language)}`
      if (result.kind === 'read') terminal.ended(said, done, total)
      else if (!failuresAreTold && !stopsAll(result)) terminal.warn(`[${done}/${total}] ${said}`)
      terminal.progress(reading, done, total, name)
    }
    if (results.length > 0 || one.source === undefined) return
    const name = saySource(one.source, language)
    terminal.ended(`${name}  ✓ ${wordsIn(language)('command:joined')}`, done, total)
  }

  return {
    begun: () => terminal.progress(reading, 0, total),
    ended(one, done) {
      terminal.progress(reading, done, total)
      if (one.isOpen() && one.results().some(isSecondPage)) awaited.add(one)
      else say(one, done)
    },
    closed(one, done) {
      if (awaited.delete(one)) say(one, done)
    },
  }
}

const isSecondPage = (result: ScanResult): boolean =>
  result.kind === 'failed' && result.failure.kind === 'second-page'

/** What is wrong with all of them alike was said once. */
const stopsAll = (result: ScanResult): boolean =>
  result.kind === 'failed' && ['stop', 'token'].includes(retryRuleOf(result.failure.kind))
