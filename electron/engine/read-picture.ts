import { fieldNames, mapFields } from '../../core/license/field.ts'
import type { FieldReading, Point, Quad, Reading, Readings } from '../../core/license/reading.ts'
import type { SecondPage } from '../../core/license/second-page.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { OpenImage } from './decode/open-image.ts'
import { mainPage } from './forms/main-page.ts'
import { secondPage } from './forms/second-page.ts'
import { mapQuad } from './geometry/quad.ts'
import { mirrored, type Raster } from './geometry/raster.ts'
import type { Draft } from './judge/draft.ts'
import { hindrancesOf } from './judge/hindrances.ts'
import { judgedByLabels } from './judge/by-labels.ts'
import { type Judged, judgeMainPage } from './judge/judge-main-page.ts'
import { mediumOf } from './judge/medium.ts'
import { isElectronic, paperOf } from './judge/other-papers.ts'
import type { Models } from './models/models.ts'
import type { EngineFailure } from './protocol.ts'
import { readMainPage } from './read/read-main-page.ts'
import { readSecondPage } from './read/read-second-page.ts'
import { placeByLabels } from './register/find-labels.ts'
import { findTitles, type FoundTitle } from './register/find-titles.ts'
import { inReadingOrder } from './register/in-reading-order.ts'
import { ownLayout } from './register/values-by-labels.ts'
import { isInside, placeOf } from './register/pose.ts'
import { readLargestLines } from './register/read-lines.ts'
import { type PlacedForm, refine } from './register/refine.ts'
import { detectText } from './words/detect.ts'
import type { TextBox } from './words/text-boxes.ts'

/** Long side in pixels to which a picture is decoded: enough for eight cards on a sheet. */
const decodedLongSide = 2400
/** Long side in pixels at which documents are looked for, and once more where they are small or none is found. */
const searchedLongSides = [960, 1760] as const
/** Titles of smaller cards are hardly seen in the first search, in its pixels to the millimetre. */
const smallCard = 3.8
/** With fewer fields than this a card counts as unreadable, unless so many words of the form stand in their places, or its labels tell of it. */
const least = { fields: 5, words: 10 } as const
/** So many lines tell what a picture without a license shows. */
const tellingLines = 24
/** So many lines beside a license tell whether it is shown on a screen. */
const linesBeside = 8

/** Reads every driving license in a picture, in reading order; of other papers it tells what they are. */
export async function readPicture(
  models: Models,
  image: OpenImage,
): Promise<Result<Readings, EngineFailure>> {
  const decoded = await image.decode(decodedLongSide)
  if (!decoded.ok) return decoded
  const picture = decoded.value
  const { boxes, titles } = await search(models, picture)
  if (boxes.length === 0) return fail({ kind: 'no-license', detail: 'no text in the picture' })
  const mainTitles = titles.filter(({ document }) => document === 'main-page')
  // One after the other: the networks take turns anyhow, and what waits for its turn holds memory.
  const places: PlacedForm[] = []
  for (const { pose } of mainTitles) places.push(await refine(models, picture, mainPage, pose))
  if (places.length === 0) {
    const found = await withoutTitle(models, picture, boxes, titles)
    if (!found.ok) return found
    places.push(found.value)
  }
  const seconds: SecondPage[] = []
  for (const { document, pose } of titles)
    if (document === 'second-page')
      seconds.push(
        await readSecondPage(models, picture, await refine(models, picture, secondPage, pose)),
      )
  const beside = boxes.filter((box) => !titles.some(({ pose }) => isOn(pose, box)))
  const texts = (await readLargestLines(models, picture, beside, linesBeside)).map(
    ({ text }) => text,
  )
  const pages: Page[] = []
  for (const placed of inReadingOrder(places)) {
    const page = await readPage(models, picture, placed, isElectronic(texts))
    if (page !== undefined) pages.push(page)
  }
  const scale = image.width / picture.width
  const [first, ...others] = withSecondPages(pages, seconds).map((page, index, all) =>
    readingOf(
      page,
      image,
      scale,
      all.length === 1 ? undefined : { index: index + 1, of: all.length },
    ),
  )
  return first === undefined
    ? fail({ kind: 'unreadable-license', detail: `${places.length} found, none legible` })
    : ok([first, ...others])
}

interface Search {
  readonly boxes: readonly TextBox[]
  readonly titles: readonly FoundTitle[]
}

/** Text and the documents known by their titles; small ones are found only where the picture is looked at closely. */
async function search(models: Models, picture: Raster): Promise<Search> {
  const longSide = Math.max(picture.width, picture.height)
  const [first, closer] = searchedLongSides
  const boxes = await detectText(models.detection, picture, first)
  const titles = withoutDoubles(await findTitles(models, picture, boxes, []))
  const scale = first / longSide
  const isFar = titles.some(({ pose }) => Math.hypot(pose[0], pose[3]) * scale < smallCard)
  if (longSide <= first || boxes.length === 0 || (titles.length > 0 && !isFar))
    return { boxes, titles }
  const more = await detectText(models.detection, picture, Math.min(longSide, closer))
  return {
    boxes: more,
    titles: withoutDoubles([...titles, ...(await findTitles(models, picture, more, titles))]),
  }
}

/** A title that was seen twice, such as both ways round, is one. */
function withoutDoubles(titles: readonly FoundTitle[]): FoundTitle[] {
  const kept: FoundTitle[] = []
  for (const title of titles.toSorted((a, b) => a.off - b.off)) {
    const [a, , c] = placeOf(title.pose, [0, 0, mainPage.width, mainPage.height])
    const middle: Point = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2]
    if (!kept.some(({ pose }) => isInside(pose, middle))) kept.push(title)
  }
  return kept
}

const isOn = (pose: FoundTitle['pose'], { centerX, centerY }: TextBox): boolean =>
  isInside(pose, [centerX, centerY])

/** A main page whose title cannot be read, by its labels; else what the picture shows instead. */
async function withoutTitle(
  models: Models,
  picture: Raster,
  boxes: readonly TextBox[],
  titles: readonly FoundTitle[],
): Promise<Result<PlacedForm, EngineFailure>> {
  const second = titles.find(({ document }) => document === 'second-page')
  if (second !== undefined) {
    const placed = await refine(models, picture, secondPage, second.pose)
    return fail({
      kind: 'second-page',
      detail: 'by its title',
      secondPage: await readSecondPage(models, picture, placed),
    })
  }
  const [other] = titles
  if (other !== undefined && other.document !== 'main-page' && other.document !== 'second-page')
    return fail({ kind: other.document, detail: 'by its title' })
  const lines = await readLargestLines(models, picture, boxes, tellingLines)
  const pose = placeByLabels(lines)
  if (pose !== undefined) return ok(await refine(models, picture, mainPage, pose))
  if ((await search(models, mirrored(picture))).titles.length > 0)
    return fail({ kind: 'mirrored', detail: 'a title is found in the mirror' })
  const paper = paperOf(lines.map(({ text }) => text))
  return fail(
    paper === undefined
      ? { kind: 'no-license', detail: `${lines.length} lines` }
      : { kind: paper, detail: 'by its words' },
  )
}

/** A main page that was read, with everything about it. */
interface Page {
  readonly placed: PlacedForm
  readonly judged: Judged
  readonly medium: Reading['medium']
  readonly hindrances: Reading['hindrances']
  readonly secondPage?: SecondPage
}

/** Nothing where too little of it can be read. */
async function readPage(
  models: Models,
  picture: Raster,
  refined: PlacedForm,
  electronic: boolean,
): Promise<Page | undefined> {
  const medium = electronic ? 'electronic' : mediumOf(picture, refined.pose)
  const asForm = isForm(refined, medium)
  const own = asForm ? undefined : await ownLayout(models, picture, refined)
  const { placed, values } = own ?? { placed: refined, values: mainPage.values }
  const read = judgeMainPage(await readMainPage(models, picture, placed, values))
  const judged = asForm ? read : judgedByLabels(read, own?.found)
  const legible = fieldNames.filter((field) => judged.fields[field].value !== '').length
  const isLicense = legible >= least.fields || placed.found >= least.words || own !== undefined
  if (legible === 0 || !isLicense) return undefined
  return {
    placed,
    judged,
    medium,
    hindrances: hindrancesOf(picture, placed),
  }
}

/** Whether a card is laid out as the form is: screens are not, nor are some mock-ups. */
const isForm = ({ found }: PlacedForm, medium: Reading['medium']): boolean =>
  medium !== 'electronic' && found >= least.words

/** A second page belongs to the main page with its number; the only one to the only one where its number cannot be read. */
function withSecondPages(pages: readonly Page[], seconds: readonly SecondPage[]): Page[] {
  return pages.map((page) => {
    const number = page.judged.fields.id_num.value
    const own =
      seconds.find((second) => second.number.value !== '' && second.number.value === number) ??
      (pages.length === 1 && seconds.length === 1 ? seconds[0] : undefined)
    return own === undefined ? page : { ...page, secondPage: own }
  })
}

function readingOf(
  { placed, judged, medium, hindrances, secondPage: second }: Page,
  image: OpenImage,
  scale: number,
  place: Reading['place'],
): Reading {
  const enlarge = (quad: Quad): Quad => mapQuad(quad, ([x, y]) => [x * scale, y * scale])
  const card = placeOf(placed.pose, [0, 0, mainPage.width, mainPage.height])
  return {
    ...(place === undefined ? {} : { place }),
    medium,
    style: judged.style,
    image: {
      width: image.width,
      height: image.height,
      turn: uprightTurn(Math.atan2(card[1][1] - card[0][1], card[1][0] - card[0][0])),
      card: enlarge(card),
    },
    fields: mapFields((field) => fieldReading(judged.fields[field], enlarge)),
    ...(second === undefined ? {} : { secondPage: second }),
    hindrances: hindrances.map(({ kind, region }) =>
      region === undefined ? { kind } : { kind, region: enlarge(region) },
    ),
  }
}

function fieldReading(
  { value, characters, boxes, origin, doubts }: Draft,
  enlarge: (quad: Quad) => Quad,
): FieldReading {
  const seen = characters.map(({ text, confidence }) => ({
    text,
    confidence: Math.min(1, confidence),
  }))
  return {
    raw: seen.map(({ text }) => text).join(''),
    value,
    confidence: value === '' ? null : Math.min(1, ...seen.map(({ confidence }) => confidence)),
    characters: seen,
    boxes: boxes.map(enlarge),
    origin,
    doubts: [...doubts],
  }
}

function uprightTurn(angle: number): 0 | 90 | 180 | 270 {
  const quarters = ((Math.round(-angle / (Math.PI / 2)) % 4) + 4) % 4
  return ([0, 90, 180, 270] as const)[quarters] ?? 0
}
