import { type MainValue, mainPage, mainValues } from '../forms/main-page.ts'
import { type Box, boxAround, type Form } from '../forms/form.ts'
import { labelsOf } from '../forms/labels.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Models } from '../models/models.ts'
import type { SeenCharacter } from '../words/decode-text.ts'
import { cutLine, recognizeLines } from '../words/recognize.ts'
import { alignTitle } from './align-title.ts'
import { placeOf } from './pose.ts'
import type { PlacedForm } from './refine.ts'

/** A line of text on a card, in millimetres of the form, and what it says. */
export interface WrittenLine {
  readonly box: Box
  readonly characters: readonly SeenCharacter[]
}

interface Label {
  readonly value: MainValue
  /** Where it begins, and where its last character ends. */
  readonly left: number
  readonly right: number
  readonly line: WrittenLine
}

/** A main page that is laid out otherwise than the form, as on a screen, and where its values stand. */
export interface OwnLayout {
  readonly placed: PlacedForm
  readonly values: Form<MainValue>['values']
  /** Those of which labels told; the others are left where the form has them. */
  readonly found: ReadonlySet<MainValue>
}

/** With fewer labels than this a card is taken for the form, of which little is seen. */
const leastLabels = 5

/**
 * Finds values by their labels: right of them, an address on the row below too, the seal's rows left of the dates.
 * Nothing where too few labels are found. The card is taken to lie as it did before the form was fitted to it: what
 * happens to stand where the form has its words bends the pose of one that is laid out otherwise.
 */
export async function ownLayout(
  { reader }: Pick<Models, 'reader'>,
  picture: Raster,
  refined: PlacedForm,
): Promise<OwnLayout | undefined> {
  const placed = { ...refined, ...refined.unrefined }
  const texts = await recognizeLines(
    reader,
    placed.lines.map((line) => cutLine(picture, placeOf(placed.pose, padded(line)))),
  )
  const found = placesByLabels(
    placed.lines.map((box, index) => ({ box, characters: texts[index]?.characters ?? [] })),
  )
  if (labelsOf.filter(([value]) => found.has(value)).length < leastLabels) return undefined
  const values = mainValues.reduce((all, value) => {
    const box = found.get(value)
    return box === undefined
      ? all
      : { ...all, [value]: { ...all[value], box, height: box[3] - box[1] } }
  }, mainPage.values)
  return { placed, values, found: new Set(found.keys()) }
}

const padded = ([left, top, right, bottom]: Box): Box => {
  const around = 0.15 * (bottom - top)
  return [left - around, top - around, right + around, bottom + around]
}

const rowOf = ({ box: [, top, , bottom] }: WrittenLine): number => (top + bottom) / 2
const heightOf = ({ box: [, top, , bottom] }: WrittenLine): number => bottom - top

const sealRows = ['seal1', 'seal2', 'seal3'] as const

/** The places of the values whose labels are found. */
export function placesByLabels(lines: readonly WrittenLine[]): ReadonlyMap<MainValue, Box> {
  const labels = lines.flatMap(labelsIn)
  const places = new Map<MainValue, Box>()
  for (const label of labels) {
    const box = valueOf(label, labels, lines)
    if (box !== undefined && !places.has(label.value)) places.set(label.value, box)
  }
  const address = labels.find(({ value }) => value === 'address1')
  const below = lines.filter((line) => !labels.some((label) => label.line === line))
  if (address !== undefined) {
    const second = below.find((line) => isBelow(line, address.line))
    if (second !== undefined) places.set('address2', second.box)
  }
  const dates = labels.find(
    ({ value }) => value === 'birth' || value === 'issue' || value === 'class',
  )
  if (dates !== undefined) {
    const top = address === undefined ? 0 : rowOf(address.line) + 1.5 * heightOf(address.line)
    const seal = below
      .filter(
        (line) => line.box[2] < dates.left + 1 && rowOf(line) > top && !isSmall(line, dates.line),
      )
      .filter((line) => line.box !== places.get('address2') && !isBehind(line, labels))
    rowsOf(seal)
      .slice(0, sealRows.length)
      .forEach((box, index) => places.set(sealRows[index]!, box))
  }
  return places
}

/** Boxes around lines that stand side by side, from the top down. */
function rowsOf(lines: readonly WrittenLine[]): Box[] {
  const rows: WrittenLine[][] = []
  for (const line of lines.toSorted((one, other) => rowOf(one) - rowOf(other))) {
    const above = rows.at(-1)
    if (above !== undefined && isBeside(line, above[0]!)) above.push(line)
    else rows.push([line])
  }
  return rows.map(around)
}

const around = (lines: readonly WrittenLine[]): Box => boxAround(lines.map(({ box }) => box))

const isBeside = (line: WrittenLine, other: WrittenLine): boolean =>
  Math.abs(rowOf(line) - rowOf(other)) < 0.6 * heightOf(other)

/** What stands behind a label is its value. */
const isBehind = (line: WrittenLine, labels: readonly Label[]): boolean =>
  labels.some((label) => label.left < line.box[0] && isBeside(line, label.line))

const isSmall = (line: WrittenLine, beside: WrittenLine): boolean =>
  heightOf(line) < 0.65 * heightOf(beside)

const isBelow = (line: WrittenLine, address: WrittenLine): boolean => {
  const down = (rowOf(line) - rowOf(address)) / heightOf(address)
  return down > 0.9 && down < 2.8 && line.box[0] < address.box[0] + 12 && !isSmall(line, address)
}

/** A label of two characters is said whole; of a longer one every fourth may be misread. */
const mostOff = 0.25

function labelsIn(line: WrittenLine): Label[] {
  const [left, , right] = line.box
  const at = (share: number): number => left + share * (right - left)
  return labelsOf.flatMap(([value, texts]): Label[] => {
    for (const text of texts) {
      const { off, matches } = alignTitle(line.characters, text)
      const [first, last] = [matches[0], matches.at(-1)]
      if (off > (text.length < 4 ? 0 : mostOff) || first === undefined || last === undefined)
        continue
      // Chinese characters are about as wide as high.
      const half = heightOf(line) / 2
      const after = at(last.at) + half * (1 + 2 * (text.length - 1 - last.index))
      return [{ value, left: at(first.at) - half, right: after, line }]
    }
    return []
  })
}

/** From behind the label to the next one in its row, or to the end of the last line that begins before that. */
function valueOf(
  label: Label,
  labels: readonly Label[],
  lines: readonly WrittenLine[],
): Box | undefined {
  const inRow = (line: WrittenLine): boolean => isBeside(line, label.line)
  const next = Math.min(
    ...labels
      .filter(
        (other) => inRow(other.line) && other.left > label.left && other.value !== label.value,
      )
      .map(({ left }) => left),
  )
  const beside = lines.filter(
    (line) =>
      inRow(line) &&
      line.box[2] > label.right + 0.5 &&
      line.box[0] < next - 1 &&
      !isSmall(line, label.line),
  )
  if (beside.length === 0) return undefined
  const end = Math.min(next, around(beside)[2] + 1)
  const own = beside.filter(({ box }) => box[0] > label.left + 1)
  const [, top, , bottom] = around(own.length > 0 ? own : [label.line])
  return end - label.right < 1 ? undefined : [label.right, top, end, bottom]
}
