import path from 'node:path'
import { parseArgs } from 'node:util'
import { type PageRange, rangesIn } from '../../core/intake/page-ranges.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Engine, engines, type Language, languages } from '../../core/settings/settings.ts'
import type { RentalWish } from '../../core/verdict/purpose.ts'
import { sayWith } from '../../core/words/words.ts'
import { safeAddress } from '../recognizers/wechat/addresses.ts'
import { type Environment, passphraseVariable } from './environment.ts'
import {
  daysIn,
  type DataPlace,
  type HeldCommand,
  isOfHeld,
  readHeldCommand,
} from './held-arguments.ts'
import { readRental } from './rental-arguments.ts'
import { asksForTable, readTableOptions, type TableOptions } from './table-options.ts'
import { usualEngine, wrongTokenMode } from './wechat-environment.ts'
import type { Wrong, WrongUsage } from './wrong-usage.ts'

/** What the command line was asked to do. */
export type Command =
  | { readonly kind: 'help' | 'version'; readonly language: Language }
  | ({ readonly kind: 'scan'; readonly paths: readonly string[] } & ScanOptions)
  | ({ readonly kind: 'demo' } & ScanOptions)
  /** Goes on with what an earlier run left. */
  | ({ readonly kind: 'resume'; readonly data: DataPlace } & ScanOptions)
  | HeldCommand

/** The rest fails and is read another day, waits for the next day in China, or is read offline. */
const whenSpent = ['fail', 'wait', 'offline'] as const

type WhenSpent = (typeof whenSpent)[number]

export interface ScanOptions extends TableOptions {
  /** Nothing is kept where there is none. */
  readonly data?: DataPlace
  readonly language: Language
  readonly engine: Engine
  /** Of WeChat; the real one where none is given. */
  readonly baseAddress?: string
  /** How many images are sent to WeChat at once. */
  readonly concurrency: number
  /** When the calls of the day are used up. */
  readonly whenSpent: WhenSpent
  /** Of every document of several pages; else the first ones that are taken in at once. */
  readonly pages?: readonly PageRange[]
  /** Whether the second page of a license that comes as another image stays a line of its own. */
  readonly splitPages: boolean
  /** Tells errors only. */
  readonly quiet: boolean
  /** A file, or `-` for standard output. */
  readonly json?: string
  /** Adds a verdict on this rental to each line of JSON and to tables. */
  readonly rental?: RentalWish
  /** Whether a file that is none of ours is replaced. */
  readonly force: boolean
}

/** Every option, by its name; `--help` and the pages tell the same ones. */
export const options = {
  engine: { type: 'string' },
  'base-url': { type: 'string' },
  concurrency: { type: 'string' },
  pages: { type: 'string' },
  'split-pages': { type: 'boolean' },
  'when-spent': { type: 'string' },
  json: { type: 'string' },
  csv: { type: 'string' },
  xlsx: { type: 'string' },
  tsv: { type: 'string' },
  preset: { type: 'string' },
  encoding: { type: 'string' },
  vehicle: { type: 'string' },
  'pick-up': { type: 'string' },
  return: { type: 'string' },
  data: { type: 'string' },
  'key-file': { type: 'string' },
  'keep-days': { type: 'string' },
  'older-than': { type: 'string' },
  within: { type: 'string' },
  preview: { type: 'boolean' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

const usualConcurrency = 2
const mostConcurrency = 16

/**
 * Reads what stands after the program's name.
 * @param systemLocale such as `zh-CN`
 */
export function readArguments(
  args: readonly string[],
  environment: Environment,
  systemLocale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Result<Command, WrongUsage> {
  const parsed = parse(args)
  const asked = languages.find((language) => language === parsed.values?.lang)
  const language = asked ?? languageOf(environment, systemLocale)
  const wrong: Wrong = (key, value = '') =>
    fail({ language, message: sayWith(language, key, { value }) })

  if (parsed.values === undefined) return wrong('command:wrongOption', parsed.culprit)
  const { values, positionals } = parsed
  const [verb, ...paths] = positionals
  if (values.lang !== undefined && asked === undefined)
    return wrong('command:wrongLanguage', values.lang)
  if (values.help === true) return ok({ kind: 'help', language })
  if (values.version === true) return ok({ kind: 'version', language })
  const usual = verb === 'demo' ? 'offline' : usualEngine(environment)
  const engine = engines.find((one) => one === (values.engine ?? usual))
  if (engine === undefined) return wrong('command:wrongEngine', values.engine)
  const tokenMode = wrongTokenMode(environment)
  if (tokenMode !== undefined && values.engine === undefined && mayAskWeChat(verb))
    return wrong('command:wrongTokenMode', tokenMode)
  const concurrency = Number(values.concurrency ?? usualConcurrency)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostConcurrency)
    return wrong('command:wrongConcurrency', values.concurrency)
  const spentWish = whenSpent.find((one) => one === (values['when-spent'] ?? 'fail'))
  if (spentWish === undefined) return wrong('command:wrongWhenSpent', values['when-spent'])
  const pages = values.pages === undefined ? ok(undefined) : rangesIn(values.pages)
  if (!pages.ok) return wrong('command:wrongPages', pages.error.odd)
  const baseAddress = values['base-url']
  if (baseAddress !== undefined && safeAddress(baseAddress) === undefined)
    return wrong('command:wrongBaseAddress', baseAddress)
  const empty = Object.entries(values).find(([, value]) => value === '')
  if (empty !== undefined) return wrong('command:wrongOption', `--${empty[0]}`)
  const tables = readTableOptions(values, wrong)
  if (!tables.ok) return tables
  const folder = [values.json, values.csv, values.xlsx].find(
    (file) => file?.endsWith('/') || file?.endsWith(path.sep),
  )
  if (folder !== undefined) return wrong('command:namesFolder', folder)
  const rental = readRental(
    { ...values, isWritten: values.json !== undefined || asksForTable(tables.value) },
    wrong,
  )
  if (!rental.ok) return rental
  if (rental.value !== undefined && !judgingVerbs.some((one) => one === verb))
    return wrong('command:rentalOfScan')
  const { data: dataFolder, 'key-file': keyFile } = values
  if (dataFolder === undefined && keyFile !== undefined) return wrong('command:keyNeedsData')
  const keepDays = daysIn(values['keep-days'])
  if (values['keep-days'] !== undefined && keepDays === undefined)
    return wrong('command:wrongKeepDays', values['keep-days'])
  if (dataFolder === undefined && keepDays !== undefined) return wrong('command:keepNeedsData')
  const data = dataFolder && {
    folder: dataFolder,
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(keepDays === undefined ? {} : { keepDays }),
  }
  if (data && keyFile === undefined && (environment[passphraseVariable] ?? '') === '')
    return wrong('command:dataNeedsKey', passphraseVariable)
  const scan: ScanOptions = {
    language,
    engine,
    concurrency,
    whenSpent: spentWish,
    splitPages: values['split-pages'] ?? false,
    quiet: values.quiet ?? false,
    force: values.force ?? false,
    ...(pages.value === undefined ? {} : { pages: pages.value }),
    ...(baseAddress === undefined ? {} : { baseAddress }),
    ...(values.json === undefined ? {} : { json: values.json }),
    ...tables.value,
    ...(rental.value === undefined ? {} : { rental: rental.value }),
    ...(data ? { data } : {}),
  }
  if (isOfHeld(verb)) {
    if (!data) return wrong('command:needsData', verb)
    if (verb === 'resume')
      return paths.length === 0
        ? ok({ kind: verb, ...scan, data })
        : wrong('command:takesNoPath', verb)
    return readHeldCommand(
      { verb, paths, values, tables: tables.value, rental: rental.value },
      { data, language, quiet: scan.quiet },
      wrong,
    )
  }
  switch (verb) {
    case undefined:
      return wrong('command:noCommand')
    case 'scan':
      return paths.length === 0 ? wrong('command:noPath') : ok({ kind: 'scan', paths, ...scan })
    case 'demo':
      return paths.length === 0 ? ok({ kind: 'demo', ...scan }) : wrong('command:demoTakesNoPath')
    default:
      return wrong('command:wrongCommand', verb)
  }
}

const judgingVerbs = ['scan', 'resume', 'demo', 'export'] as const

/** Unless it is told otherwise. */
const mayAskWeChat = (verb: string | undefined): boolean => verb === 'scan' || verb === 'resume'

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return { values: undefined, culprit: culpritIn(args) }
  }
}

/** The first option that is not known, lacks its value or has one too many. */
function culpritIn(args: readonly string[]): string {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const known = Object.entries(options).find(([name]) => name === token.name)?.[1]
    const value = token.value ?? ''
    const isRight =
      known?.type === 'boolean' ? token.value === undefined : /^(-|[^-].*)$/s.test(value)
    if (known === undefined || !isRight) return token.rawName
  }
  return ''
}

/** Windows sets none of the variables; there the system itself is asked. */
function languageOf(environment: Environment, systemLocale: string): Language {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean)
  return (locale ?? systemLocale).toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
