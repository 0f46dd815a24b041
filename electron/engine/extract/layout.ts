import { quadCenter, quadWidth, turnPoint } from '../geometry/quad.ts'
import { title, titleFrame } from '../locate/title.ts'
import { editDistance, type Label, labels } from './label.ts'
import { type Line, textOf } from './line.ts'
import { cutSegment, type Segment, segmentsOf } from './segment.ts'
import { median, rowFinder } from './straighten.ts'

/** What stands where on a card: where each label is, and the text that is no label. */
export interface Layout {
  readonly labels: ReadonlyMap<Label, Segment>
  readonly values: readonly Segment[]
  /** Height of a printed label, in pixels: the measure of distances on this card. */
  readonly unit: number
  readonly titleFound: boolean
}

/** Arranges the lines of a card by its printed labels. */
export function layOut(allLines: readonly Line[]): Layout {
  const { lines, titleFound } = linesOfCard(allLines)
  const rowOf = rowFinder(lines)
  const found = findAnchors(segmentsOf(lines, rowOf), rowOf)
  const heights = [...found.anchors.values()].map(({ height }) => height)
  const unit =
    heights.length > 0 ? median(heights) : (lines[0] && quadWidth(lines[0].quad) / 10) || 20
  for (const segment of found.segments) {
    const { label } = segment
    if (label === undefined || !segment.english || found.anchors.has(label)) continue
    found.anchors.set(label, { ...segment, row: segment.row - 0.75 * unit, height: unit })
  }
  const values = found.segments.filter(({ label }) => label === undefined)
  return { labels: found.anchors, values, unit, titleFound }
}

/** Values in the row of a label and to its right, in reading order. */
export function toRightOf(
  layout: Layout,
  label: Label,
  { before, tolerance = 0.62 }: { before?: Label; tolerance?: number } = {},
): Segment[] {
  const anchor = layout.labels.get(label)
  if (anchor === undefined) return []
  const { unit } = layout
  const end = before === undefined ? undefined : layout.labels.get(before)
  const limit = end === undefined ? Infinity : end.left - 0.3 * unit
  return layout.values
    .filter(
      (value) =>
        value.left > anchor.right - 0.6 * unit &&
        value.left < limit &&
        Math.abs(value.row - anchor.row) < tolerance * unit,
    )
    .toSorted((a, b) => a.left - b.left)
}

/** Drops what lies outside the card, as far as the title tells where the card is. */
function linesOfCard(lines: readonly Line[]): { lines: readonly Line[]; titleFound: boolean } {
  const nearest = lines
    .map((line) => ({ line, distance: editDistance(chineseOf(line), title) }))
    .filter(({ line }) => line.characters.length > 6)
    .toSorted((a, b) => a.distance - b.distance)[0]
  if (nearest === undefined || nearest.distance >= title.length / 2)
    return { lines, titleFound: false }
  const { center, angle, millimetre } = titleFrame(nearest.line.quad)
  const inside = ({ quad }: Line): boolean => {
    const [x, y] = quadCenter(quad)
    const [across, down] = turnPoint([x - center[0], y - center[1]], -angle)
    return Math.abs(across) < 47 * millimetre && down > -3 * millimetre && down < 57 * millimetre
  }
  return { lines: lines.filter((line) => line !== nearest.line && inside(line)), titleFound: true }
}

const chineseOf = (line: Line): string => textOf(line.characters).replace(/[^\u4e00-\u9fff]/g, '')

/** Labels by their exact words, then, for the long ones, by words that are nearly theirs. */
function findAnchors(
  segments: readonly Segment[],
  rowOf: ReturnType<typeof rowFinder>,
): { anchors: Map<Label, Segment>; segments: Segment[] } {
  const anchors = new Map<Label, Segment>()
  for (const segment of segments) {
    const { label } = segment
    if (label !== undefined && !segment.english && !anchors.has(label)) anchors.set(label, segment)
  }
  let rest = [...segments]
  for (const label of labels) {
    if (anchors.has(label) || label.length < 4) continue
    const near = nearestTo(label, rest)
    if (near === undefined) continue
    const { line, start, characters } = near
    const anchor = cutSegment(line, start, start + label.length, rowOf) ?? near
    const behind = cutSegment(line, start + label.length, start + characters.length, rowOf)
    const marked = { ...anchor, label }
    anchors.set(label, marked)
    rest = [
      ...rest.filter((segment) => segment !== near),
      marked,
      ...(behind === undefined ? [] : [behind]),
    ]
  }
  return { anchors, segments: rest }
}

function nearestTo(label: Label, segments: readonly Segment[]): Segment | undefined {
  return segments
    .filter((segment) => segment.label === undefined && /[\u3400-\u9fff]/.test(segment.text))
    .map((segment) => ({
      segment,
      distance: editDistance(segment.text.slice(0, label.length), label),
    }))
    .filter(({ distance }) => distance <= label.length / 2)
    .toSorted((a, b) => a.distance - b.distance)[0]?.segment
}
