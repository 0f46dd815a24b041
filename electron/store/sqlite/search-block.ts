import { readers, type RecordMatch } from '../../../core/records/query.ts'
import { searchedIn } from '../matches.ts'
import { type JudgedBy, judgedByIn, judgedByLine } from './judged-by.ts'
import { escaped, lineOf, linesOf, partsOf } from './lines.ts'

/** A record as it is searched: its place in the table, and what a list shows of it. */
export interface Entry {
  readonly place: number
  readonly match: RecordMatch
}

/** A record as it is judged; an older version did not write down by what, or something else. */
export interface JudgedEntry extends Entry {
  readonly judgedBy: JudgedBy | undefined
}

/**
 * Some records as text, a line for each: what is searched in, the rest, and what a verdict needs besides. Text, as
 * looking through it and opening it costs a tenth of what as many objects do.
 */
export interface SearchBlock {
  /** `name TAB number TAB address TAB seal`; of an older version only the first two */
  readonly people: string
  /** `place TAB id TAB readAt TAB validTo TAB look TAB readers`; of an older version only the first three */
  readonly rest: string
  /** What `judgedByLine` gives; an empty line where that is not known, and none at all where it is of no record. */
  readonly judged: string
  /** `people`, where case does not matter any more. */
  readonly folded: string
}

export const emptyBlock: SearchBlock = { people: '', rest: '', judged: '', folded: '' }

/** The block with another entry at a place, or with none. */
export function changedBlock(
  block: SearchBlock,
  place: number,
  entry: Omit<JudgedEntry, 'place'> | undefined,
): SearchBlock {
  const rest = linesOf(block.rest)
  const people = rest.length === 0 ? [] : block.people.split('\n')
  const judged = judgedIn(block, rest.length)
  const found = rest.findIndex((line) => line.startsWith(`${place}\t`))
  const at = found === -1 ? rest.length : found
  const isGone = entry === undefined
  rest.splice(at, 1, ...(isGone ? [] : [restOf(place, entry.match)]))
  people.splice(at, 1, ...(isGone ? [] : [lineOf(...searchedIn(entry.match))]))
  judged.splice(at, 1, ...(isGone ? [] : [entry.judgedBy ? judgedByLine(entry.judgedBy) : '']))
  return blockWith(people.join('\n'), rest.join('\n'), judged.join('\n'))
}

/** As many lines as there are records. */
const judgedIn = ({ judged }: SearchBlock, count: number): string[] =>
  judged === '' ? Array.from({ length: count }, () => '') : judged.split('\n')

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
  return linesOf(rest).flatMap((line, at) => (isWanted(at) ? [entryIn(line, persons[at])] : []))
}

/** Those with some ids, and by what each is judged. */
export function judgedEntries(block: SearchBlock, ids: ReadonlySet<string>): JudgedEntry[] {
  const persons = block.people.split('\n')
  const rest = linesOf(block.rest)
  const judged = judgedIn(block, rest.length)
  return rest.flatMap((line, at) => {
    const entry = entryIn(line, persons[at])
    if (!ids.has(entry.match.id)) return []
    return [{ ...entry, judgedBy: judgedByIn(judged[at] ?? '', entry.match) }]
  })
}

function entryIn(line: string, person = ''): Entry {
  const [place = '', id = '', readAt = '', validTo = '', look = '', by = ''] = partsOf(line)
  const [name = '', idNumber = '', address = '', seal = ''] = partsOf(person)
  const told = {
    look: look === '' ? null : Number(look),
    readers: readers.find((one) => one === by) ?? null,
  }
  const match = { id, name, idNumber, readAt, address, seal, validTo, ...told }
  return { place: Number(place), match }
}

export const bytesOf = ({ people, rest, judged }: SearchBlock): Buffer =>
  Buffer.from(`${people}\0${rest}\0${judged}`, 'utf8')

export function blockIn(bytes: Uint8Array): SearchBlock {
  const [people = '', rest = '', judged = ''] = Buffer.from(bytes).toString('utf8').split('\0')
  return blockWith(people, rest, judged)
}

const blockWith = (people: string, rest: string, judged: string): SearchBlock => ({
  people,
  rest,
  judged,
  folded: folded(people),
})

/** The very same string where there is nothing to fold: most names and numbers have no case. */
function folded(text: string): string {
  const upper = text.toUpperCase()
  return upper === text ? text : upper
}
