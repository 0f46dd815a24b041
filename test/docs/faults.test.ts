import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const rows = read('docs/faults.md')
  .split('\n')
  .flatMap((line) => {
    const row = /^\| (?<number>\d+) \|.*\|.*\|(?<place>.*)\|$/.exec(line)?.groups
    return row === undefined ? [] : [{ number: Number(row['number']), place: row['place'] ?? '' }]
  })

const filesIn = (place: string): string[] =>
  [...place.matchAll(/\]\(\.\.\/(test\/[^)]+)\)/g)].map(([, file = '']) => file)

/** The faults that the titles of the tests in a file name. */
const namedIn = (file: string): number[] =>
  [...read(file).matchAll(/\((fault \d+(?:, fault \d+)*)\)[^\n]*['"`]/g)].flatMap(([, all = '']) =>
    [...all.matchAll(/\d+/g)].map(([digits]) => Number(digits)),
  )

describe('the list of faults', () => {
  it('has 65 rows, each once and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 65 }, (_, at) => at + 1))
  })

  it.each(rows)(
    'says of fault $number where it is tested, and there it is',
    ({ number, place }) => {
      const files = filesIn(place)
      const isInRelease = place.includes('release')
      expect(files.length > 0 || isInRelease || /nowhere.*:.+/.test(place)).toBe(true)
      for (const file of files) expect([file, ...namedIn(file)]).toContain(number)
      const release = read('.github/workflows/release.yml')
      const inRelease = [...release.matchAll(/Faults? ([\d, and]+)/g)].flatMap(([, all = '']) =>
        all.split(/\D+/).map(Number),
      )
      expect(inRelease.includes(number)).toBe(isInRelease)
    },
  )

  it('leaves out no test that names one', () => {
    const listed = rows.flatMap(({ number, place }) =>
      filesIn(place).map((file) => `${number} ${file}`),
    )
    const named = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).flatMap((file) =>
      [...new Set(namedIn(file))].map((number) => `${number} ${file.replaceAll('\\', '/')}`),
    )
    expect(named.toSorted()).toEqual(listed.toSorted())
  })
})
