import { fieldNames, mapFields } from '../../core/license/field.ts'
import type { FieldReading, Quad, Reading } from '../../core/license/reading.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { findLines, readLines } from './card/read-lines.ts'
import { type Card, straightenCard } from './card/straighten-card.ts'
import { wholeLines } from './card/whole-lines.ts'
import type { OpenImage } from './decode/decode-image.ts'
import { raiseDoubts } from './doubts/raise-doubts.ts'
import type { Draft } from './extract/draft.ts'
import { type Drafts, extract } from './extract/extract.ts'
import { mainLabels } from './extract/label.ts'
import { type Layout, layOut } from './extract/layout.ts'
import type { Line } from './extract/line.ts'
import { mapQuad } from './geometry/quad.ts'
import type { Raster } from './geometry/raster.ts'
import { type CardPlace, locateCard } from './locate/locate-card.ts'
import type { Models } from './models/models.ts'
import type { EngineFailure } from './protocol.ts'

/** Long side in pixels to which a picture is decoded: enough for a card that fills a third of it. */
const decodedLongSide = 2400
/** With fewer fields than this a card counts as unreadable. */
const leastFields = 5
/** From this many printed labels on a picture shows a license even when its title is covered. */
const leastLabels = 3

/** What was found in a picture before it is judged. */
interface Examination {
  readonly place: CardPlace
  readonly card: Card
  readonly layout: Layout
  readonly drafts: Drafts
}

/** Reads the driving license in a picture: locates it, straightens it, reads its lines, finds the fields, doubts. */
export async function readLicense(
  models: Models,
  image: OpenImage,
): Promise<Result<Reading, EngineFailure>> {
  const decoded = await image.decode(decodedLongSide)
  if (!decoded.ok) return decoded
  const picture = decoded.value
  const examination = await examine(models, picture)
  if (examination === undefined)
    return fail({ kind: 'no-license', detail: 'no text in the picture' })
  const { place, card, layout, drafts } = examination
  const refusal = judge(place, layout, drafts)
  if (refusal !== undefined) return fail(refusal)
  const scale = image.width / picture.width
  const enlarge = (quad: Quad): Quad => mapQuad(quad, ([x, y]) => [x * scale, y * scale])
  const toImage = (quad: Quad): Quad => enlarge(card.toPicture(quad))
  const fields = mapFields((field) => ({
    ...fieldReading(drafts.fields[field], toImage),
    doubts: raiseDoubts(field, drafts.fields[field], card.raster),
  }))
  return ok({
    style: drafts.style,
    medium: 'print',
    hindrances: [],
    image: {
      width: image.width,
      height: image.height,
      turn: uprightTurn(place.angle),
      ...(place.title === undefined ? {} : { card: enlarge(place.quad) }),
    },
    fields,
  })
}

/**
 * Finds the card in a picture and what stands on it; nothing where there is no text at all. The English words of the
 * labels are read only where a Chinese one or a field was not found.
 */
async function examine(models: Models, picture: Raster): Promise<Examination | undefined> {
  const place = await locateCard(models, picture)
  if (place === undefined) return undefined
  const card = straightenCard(picture, place)
  const text = await findLines(models, card)
  const lines = await readLines(models, card, text.lines)
  const { layout, drafts } = arrange(lines)
  const isWhole =
    mainLabels.every((label) => layout.labels.has(label)) &&
    fieldNames.every((field) => drafts.fields[field].value !== '')
  const all = isWhole ? lines : [...lines, ...(await readLines(models, card, text.subtitles))]
  const found = isWhole ? { layout, drafts } : arrange(all)
  const whole = await wholeLines(models, card.raster, all, isFreeText(found.drafts))
  return { place, card, ...(whole === all ? found : arrange(whole)) }
}

function arrange(lines: readonly Line[]): Pick<Examination, 'layout' | 'drafts'> {
  const layout = layOut(lines)
  return { layout, drafts: extract(layout) }
}

/** Whether a value stands in a line that no rule guards: what is lost at its end leaves a value as likely. */
function isFreeText({ fields }: Drafts): (line: Line) => boolean {
  const places = new Set(
    [fields.name, fields.address].flatMap(({ segments }) => segments.map(({ line }) => line.quad)),
  )
  return ({ quad }) => places.has(quad)
}

function judge(place: CardPlace, layout: Layout, drafts: Drafts): EngineFailure | undefined {
  const isLicense =
    place.title !== undefined || layout.titleFound || layout.labels.size >= leastLabels
  if (!isLicense) return { kind: 'no-license', detail: `${layout.labels.size} labels` }
  const found = fieldNames.filter((field) => isRead(drafts.fields[field])).length
  if (found < leastFields) return { kind: 'unreadable-license', detail: `${found} fields` }
  return undefined
}

const isRead = ({ value, origin }: Draft): boolean => value !== '' && origin === 'read'

function fieldReading(
  { value, segments, origin }: Draft,
  toImage: (quad: Quad) => Quad,
): Omit<FieldReading, 'doubts'> {
  const characters = segments.flatMap((segment) =>
    segment.characters.map(({ text, confidence }) => ({
      text,
      confidence: Math.min(1, confidence),
    })),
  )
  return {
    raw: characters.map(({ text }) => text).join(''),
    value,
    confidence:
      value === '' ? null : Math.min(1, ...characters.map(({ confidence }) => confidence)),
    characters,
    boxes: segments.map(({ quad }) => toImage(quad)),
    origin,
  }
}

function uprightTurn(angle: number): 0 | 90 | 180 | 270 {
  const quarters = ((Math.round(-angle / (Math.PI / 2)) % 4) + 4) % 4
  return ([0, 90, 180, 270] as const)[quarters] ?? 0
}
