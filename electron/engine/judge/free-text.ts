import { parseAddress, parseName, parseSeal } from '../../../core/license/parse/text.ts'
import type { Doubt } from '../../../core/license/reading.ts'
import { nearNameIn } from '../places/near-name.ts'
import { missingNumbers, unlikelinessOfAddress, unlikelinessOfName } from '../legal/unlikeliness.ts'
import { holdsStroke } from '../read/lost-characters.ts'
import type { MainPage } from '../read/read-main-page.ts'
import type { Strip } from '../read/strips.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { type Draft, saysThat } from './draft.ts'
import { beforeLabel, readIn, type RowText, rowTexts, textOf } from './row-texts.ts'

/** A name: what stands right of its label, with its dots and blanks. */
export function nameDraft(page: MainPage): Draft {
  const name = beforeLabel(page.name)
  const row = likeliestOf(
    rowTexts(name),
    ({ characters, score }) => score - unlikelinessOfName(parseName(textOf(characters))),
  )
  const value = parseName(textOf(row.characters))
  const blanks: Doubt[] = hasUnsureBlank(value, row.characters) ? [{ kind: 'unsure-blank' }] : []
  return {
    value,
    characters: row.characters,
    boxes: [row.strip.quad],
    origin: 'read',
    doubts: [...doubtsOf(row, name, parseName), ...blanks],
  }
}

/** A blank is sure from this on. */
const sureBlank = 0.9

/** Whether a name in Latin letters is one word, or has a blank that was measured or hardly seen. */
const hasUnsureBlank = (name: string, characters: readonly SeenCharacter[]): boolean =>
  /^[\p{Script=Latin} .,'-]+$/u.test(name) &&
  (!name.includes(' ') ||
    characters.some(({ text, confidence }) => text.trim() === '' && confidence < sureBlank))

/** An address of one or two rows; the names of places it begins with are compared with those that there are. */
export function addressDraft({ address }: MainPage): Draft {
  const rows = likeliestRows(address)
    .map((row, index) => ({ ...row, looks: address[index]! }))
    .filter(({ characters }) => characters.length > 0)
  const characters = rows.flatMap((row) => row.characters)
  const value = parseAddress(textOf(characters))
  const before = (index: number): number =>
    rows.slice(0, index).reduce((sum, row) => sum + row.characters.length, 0)
  const seen = rows.flatMap((row, index) =>
    doubtsOf(row, row.looks, parseAddress).map((doubt) =>
      doubt.kind === 'gap' ? { ...doubt, after: doubt.after + before(index) } : doubt,
    ),
  )
  return {
    value,
    characters,
    boxes: rows.map(({ strip }) => strip.quad),
    origin: 'read',
    doubts: [
      ...seen,
      ...lostRow(address, rows.length, characters.length),
      ...numberless(textOf(characters), seen),
      ...nameDoubts('address', value),
    ],
  }
}

/** Where a number is missing, but for where unread ink tells of it. */
const numberless = (address: string, seen: readonly Doubt[]): Doubt[] =>
  missingNumbers(address)
    .filter((after) => !seen.some((doubt) => doubt.kind === 'gap' && doubt.after === after))
    .map((after) => ({ kind: 'gap', after }))

/** Of each row so many texts are weighed together with those of the other. */
const weighed = 6

/** Of all that each row may say what together is the likeliest address; in front of the first a label is printed. */
function likeliestRows(address: MainPage['address']): readonly RowText[] {
  const together = address
    .map((looks, index) => rowTexts(looks, index > 0).slice(0, weighed))
    .reduce<readonly (readonly RowText[])[]>(
      (before, row) => before.flatMap((rows) => row.map((text) => [...rows, text])),
      [[]],
    )
  return likeliestOf(together, (rows) => {
    const value = parseAddress(textOf(rows.flatMap(({ characters }) => characters)))
    return rows.reduce((sum, { score }) => sum + score, 0) - unlikelinessOfAddress(value)
  })
}

function likeliestOf<Text>(texts: readonly Text[], scoreOf: (text: Text) => number): Text {
  const [first, ...others] = texts.map((text) => ({ text, score: scoreOf(text) }))
  if (first === undefined)
    throw new Error('every row says something, if nothing else that it is empty')
  return others.reduce((best, one) => (one.score > best.score ? one : best), first).text
}

/** A doubt where a look by itself reads something else, and where ink stands unread. */
function doubtsOf(
  row: RowText,
  looks: readonly [Strip, Strip],
  parse: (text: string) => string,
): Doubt[] {
  const value = parse(textOf(row.characters))
  const other = looks.map((strip) => parse(textOf(readIn(strip)))).find((read) => read !== value)
  const gaps = row.lost.map((after): Doubt => ({ kind: 'gap', after }))
  return other === undefined ? gaps : [...gaps, { kind: 'seen-otherwise', read: other }]
}

/** A second row of a single stroke, under a first one in which alone something was read. */
function lostRow(looks: MainPage['address'], rows: number, after: number): Doubt[] {
  const [above, row] = looks.map(([strip]) => strip.cut)
  const isLost = rows === 1 && above !== undefined && row !== undefined && holdsStroke(row, above)
  return isLost ? [{ kind: 'gap', after }] : []
}

/** An authority that is less likely than this is not what the seal says. */
const leastAuthority = -14

/** An authority that there is, where the seal can say one; else what was read, and a doubt. */
export function sealDraft({ authority: { reading, rows } }: MainPage): Draft {
  const seen = rows.flatMap((strip) => strip.seen.characters)
  const read = parseSeal(textOf(seen))
  const boxes = rows.map(({ quad }) => quad)
  if (reading.text !== '' && reading.score > leastAuthority) {
    const doubts: Doubt[] = saysThat(read, reading.text) ? [] : [{ kind: 'seen-otherwise', read }]
    return { value: reading.text, characters: reading.characters, boxes, origin: 'read', doubts }
  }
  return {
    value: read,
    characters: seen.filter(({ text }) => /\p{Script=Han}/u.test(text)),
    boxes,
    origin: 'read',
    doubts: nameDoubts('official_seal', read),
  }
}

/** Doubts a name of a place or an office that is none, but nearly one that is known. */
function nameDoubts(field: 'address' | 'official_seal', value: string): Doubt[] {
  const found = nearNameIn(field, value)
  if (found === undefined) return []
  const { read, known } = found.near
  const other =
    known === '' ? '' : value.slice(0, found.at) + known + value.slice(found.at + read.length)
  return [{ kind: 'near-name', read, known, other }]
}
