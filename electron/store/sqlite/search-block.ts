import { readers, type RecordMatch } from '../../../core/records/query.ts'
import { searchedIn } from '../matches.ts'

/** A record as it is searched: its place in the table, and what a list shows of it. */
export interface Entry {
  readonly place: number
  readonly match: RecordMatch
}

/**
 * Some records as text, a line for each: what is searched in, and the rest. Text, as looking through it and opening it
 * costs a tenth of what as many objects do.
 */
export interface SearchBlock {
  /** `name TAB number TAB address TAB seal`; of an older version only the first two */
  readonly people: string
  /** `place TAB id TAB readAt TAB validTo TAB look TAB readers`; of an older version only the first three */
  readonly rest: string
  /** `people`, where case does not matter any more. */
  readonly folded: string
}

export const emptyBlock: SearchBlock = { people: '', rest: '', folded: '' }

/** The block with another match at a place, or with none. */
export function changedBlock(
  block: SearchBlock,
  place: number,
  match: RecordMatch | undefined,
): SearchBlock {
  const rest = linesOf(block.rest)
  const people = rest.length === 0 ? [] : block.people.split('\n')
  const found = rest.findIndex((line) => line.startsWith(`${place}\t`))
  const at = found === -1 ? rest.length : found
  const isGone = match === undefined
  rest.splice(at, 1, ...(isGone ? [] : [restOf(place, match)]))
  people.splice(at, 1, ...(isGone ? [] : [lineOf(...searchedIn(match))]))
  return blockWith(people.join('\n'), rest.join('\n'))
}

const restOf = (place: number, match: RecordMatch): string =>
  lineOf(
    String(place),
    match.id,
    match.readAt,
    match.validTo,
    String(match.look ?? ''),
    match.readers ?? '',
  )

/** Whether an older version wrote some of it, which knew less of a record. */
export const isOlder = ({ rest }: SearchBlock): boolean =>
  linesOf(rest).some((line) => partsOf(line).length < partsToday)

const partsToday = 6

export const entriesOf = (block: SearchBlock): Entry[] => entriesAt(block, () => true)

/** Those of which the name, the number, the address or the seal holds a text; case does not matter. */
export function entriesWith(block: SearchBlock, text: string): Entry[] {
  const wanted = folded(escaped(text))
  if (!block.folded.includes(wanted)) return []
  const lines = block.folded.split('\n')
  const near = entriesAt(block, (at) => lines[at]?.includes(wanted) === true)
  // What stands for a separator is made of ordinary characters too.
  return block.people.includes('\\') ? near.filter(({ match }) => holds(match, text)) : near
}

const holds = (match: RecordMatch, text: string): boolean =>
  searchedIn(match).some((part) => folded(part).includes(folded(text)))

function entriesAt({ people, rest }: SearchBlock, isWanted: (at: number) => boolean): Entry[] {
  const persons = people.split('\n')
  const entries: Entry[] = []
  for (const [at, line] of linesOf(rest).entries()) {
    if (!isWanted(at)) continue
    const [place = '', id = '', readAt = '', validTo = '', look = '', by = ''] = partsOf(line)
    const [name = '', idNumber = '', address = '', seal = ''] = partsOf(persons[at] ?? '')
    const told = {
      look: look === '' ? null : Number(look),
      readers: readers.find((one) => one === by) ?? null,
    }
    const match = { id, name, idNumber, readAt, address, seal, validTo, ...told }
    entries.push({ place: Number(place), match })
  }
  return entries
}

export const bytesOf = ({ people, rest }: SearchBlock): Buffer =>
  Buffer.from(`${people}\0${rest}`, 'utf8')

export function blockIn(bytes: Uint8Array): SearchBlock {
  const [people = '', rest = ''] = Buffer.from(bytes).toString('utf8').split('\0')
  return blockWith(people, rest)
}

const blockWith = (people: string, rest: string): SearchBlock => ({
  people,
  rest,
  folded: folded(people),
})

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** The very same string where there is nothing to fold: most names and numbers have no case. */
function folded(text: string): string {
  const upper = text.toUpperCase()
  return upper === text ? text : upper
}

const lineOf = (...parts: readonly string[]): string => parts.map(escaped).join('\t')
const partsOf = (line: string): string[] => {
  const parts = line.split('\t')
  return line.includes('\\') ? parts.map(unescaped) : parts
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\0': '\\0',
}
const originals = Object.fromEntries(
  Object.entries(escapes).map(([character, escape]) => [escape, character]),
)

/** What separates texts must not stand in them. */
const separators = /[\\\t\n\0]/g
const escaped = (text: string): string =>
  text.replaceAll(separators, (character) => escapes[character] ?? character)
const unescaped = (text: string): string =>
  text.replaceAll(/\\[\\tn0]/g, (escape) => originals[escape] ?? escape)
