import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { options } from '../../electron/cli/arguments.ts'
import { exitCodes } from '../../electron/cli/exit-codes.ts'
import { wordsIn } from '../../core/words/words.ts'
import { type Language, languages } from '../../core/settings/settings.ts'
import { allPages, readPage, root } from './pages.ts'

/** Decisions name options of their time, and of Electron. */
const pages = allPages().filter(({ file }) => !file.startsWith('docs/adr/'))
const everyPage = pages.map(({ text }) => text).join('\n')
const commandLine = readPage('docs/command-line.md').text

const helpIn = (language: Language): string => wordsIn(language)('help:text')

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted()
const optionsIn = (text: string): string[] => unique(text.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [])
const variablesIn = (text: string): string[] => unique(text.match(/\bLICENSE_DESK_[A-Z_]+/g) ?? [])
const sourcesOf = (pattern: string, leaveOut?: RegExp): string =>
  globSync(pattern, { cwd: root })
    .filter((file) => leaveOut?.test(file) !== true)
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')

const ofDesk = Object.keys(options).map((name) => `--${name}`)

/** Of the project’s other programs: what stands in their `parseArgs`. */
const ofOthers = [
  ...['test/bench/read.ts', 'test/torture/torture.ts', 'test/fakes/wechat/start.ts'].flatMap(
    (file) =>
      [
        ...sourcesOf(file).matchAll(/(?:'([a-z-]+)'|\b([a-z]+)): \{ type: '(?:string|boolean)'/g),
      ].map(([, quoted, bare]) => `--${quoted ?? bare ?? ''}`),
  ),
  '--smoke',
  '--user-data-dir',
]

/** Of programs that are not ours. */
const foreign = ['--silent', '--config']

describe('the options', () => {
  it.each(languages)('are those that --help tells (%s), no more and no less', (language) => {
    expect(optionsIn(helpIn(language)).filter((name) => name !== '--silent')).toEqual(
      ofDesk.toSorted(),
    )
  })

  it('of the command line stand in the table of its page', () => {
    const rows = commandLine.split('\n').filter((line) => line.startsWith('| `--'))
    const told = optionsIn(rows.map((row) => row.split('|')[1]).join('\n'))
    expect(told).toEqual(ofDesk.toSorted())
  })

  it('of the other programs stand in a page', () => {
    expect(ofOthers.filter((name) => !optionsIn(everyPage).includes(name))).toEqual([])
  })

  it('that the pages name are there', () => {
    const known = new Set([...ofDesk, ...ofOthers, ...foreign])
    expect(optionsIn(everyPage).filter((name) => !known.has(name))).toEqual([])
  })
})

describe('the environment variables', () => {
  const ofCommandLine = variablesIn(sourcesOf('electron/cli/**/*.ts'))

  it.each(languages)('that the command line reads are told by --help (%s)', (language) => {
    expect(variablesIn(helpIn(language))).toEqual(ofCommandLine)
  })

  it('that the program and its scripts read are those that the pages name', () => {
    const read = variablesIn(
      sourcesOf('{core,electron,build,renderer}/**/*.{ts,tsx}', /core.words/),
    )
    expect(variablesIn(everyPage)).toEqual(read)
  })
})

describe('the exit codes', () => {
  const codes = Object.values(exitCodes).map(String)

  it.each(languages)('are those that --help tells (%s)', (language) => {
    const told = [...helpIn(language).matchAll(/^ {2}(\d+) {2,}/gm)].map(([, code]) => code)
    expect(told).toEqual(codes)
  })

  it('are those of the page', () => {
    expect([...commandLine.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)).toEqual(codes)
  })
})
