import { isSoundIdNumber } from '../../../core/license/parse/id-number.ts'
import type { Box, Form, ValuePlace } from '../forms/form.ts'
import { type MainValue, mainPage, mainValues } from '../forms/main-page.ts'
import type { Raster } from '../geometry/raster.ts'
import { authority } from '../legal/authority.ts'
import { decodeLegal, type LegalReading } from '../legal/decode-legal.ts'
import {
  birthDate,
  carClass,
  currentPeriod,
  issueDate,
  mainlandNumber,
  nationality,
  oldNumber,
  oldPeriod,
  sex,
  soundNumber,
} from '../legal/grammars.ts'
import type { Models } from '../models/models.ts'
import type { PlacedForm } from '../register/refine.ts'
import { joinScores } from '../words/line-scores.ts'
import { type Decoding, looksByPlace } from './decoding.ts'
import { drifted, measureDrift } from './drift.ts'
import { type Look, readStrips, type Strip } from './strips.ts'

/** The likeliest of what may stand at a place, and the look at the place that says it. */
export interface LegalValue {
  readonly reading: LegalReading
  readonly strip: Strip
}

/** What is decoded at places of a main page, for each the likeliest text that may stand there. */
interface Decoded {
  readonly number: LegalValue
  /** The likeliest number whose check character fits. */
  readonly soundNumber: LegalValue
  /** Of 15 digits, as they were until 1999. */
  readonly oldNumber: LegalValue
  readonly sex: LegalValue
  readonly nationality: LegalValue
  readonly birth: LegalValue
  readonly issue: LegalValue
  readonly class: LegalValue
  readonly currentPeriod: LegalValue
  readonly oldPeriod: LegalValue
}

/** A main page as it was read, before it is judged. */
export interface MainPage extends Decoded {
  readonly authority: { readonly reading: LegalReading; readonly rows: readonly Strip[] }
  /** Two looks at what may be anything: of the address its rows. */
  readonly name: readonly [Strip, Strip]
  readonly address: readonly (readonly [Strip, Strip])[]
}

interface MainDecoding extends Decoding {
  readonly place: MainValue
  /** It is asked for only where what usually stands there is not it. */
  readonly isInstead?: boolean
}

const decodings: Readonly<Record<keyof Decoded, MainDecoding>> = {
  number: { place: 'number', legal: mainlandNumber },
  soundNumber: { place: 'number', legal: soundNumber, isInstead: true },
  oldNumber: { place: 'number', legal: oldNumber, isInstead: true },
  sex: { place: 'sex', legal: sex },
  nationality: { place: 'nationality', legal: nationality },
  birth: { place: 'birth', legal: birthDate },
  issue: { place: 'issue', legal: issueDate },
  class: { place: 'class', legal: carClass },
  currentPeriod: { place: 'period', legal: currentPeriod },
  oldPeriod: { place: 'period', legal: oldPeriod },
}

const mapDecoded = <Value>(
  valueOf: (decoded: keyof Decoded) => Value,
): Record<keyof Decoded, Value> => ({
  number: valueOf('number'),
  soundNumber: valueOf('soundNumber'),
  oldNumber: valueOf('oldNumber'),
  sex: valueOf('sex'),
  nationality: valueOf('nationality'),
  birth: valueOf('birth'),
  issue: valueOf('issue'),
  class: valueOf('class'),
  currentPeriod: valueOf('currentPeriod'),
  oldPeriod: valueOf('oldPeriod'),
})

const sealRows = ['seal1', 'seal2', 'seal3'] as const

/** The authority is decoded over its three rows together. */
const looksAt = looksByPlace([
  ...Object.values(decodings),
  ...sealRows.map((place) => ({ place, legal: authority })),
])

/** Names are flattened: the network sees them at their usual shape, and once as they are printed. */
const looks: Readonly<Record<'usual' | 'wider' | 'name' | 'narrowName' | 'narrowClass', Look>> = {
  usual: { margin: 0.75, squeeze: 1 },
  wider: { margin: 1.05, squeeze: 1.12 },
  name: { margin: 1.1, squeeze: 1.3 },
  narrowName: { margin: 0.75, squeeze: 1.75 },
  narrowClass: { margin: 1, squeeze: 1.7 },
}

/** Looked at once more where a character of what is legal is less likely than this. */
const doubtful = 0.9

/**
 * Reads every value of a main page at its place, and once more where it is doubtful or may be anything.
 * @param values where they stand, on a card that is laid out otherwise than the form
 */
export async function readMainPage(
  models: Models,
  picture: Raster,
  placed: PlacedForm,
  values: Form<MainValue>['values'] = mainPage.values,
): Promise<MainPage> {
  const isAsPrinted = values === mainPage.values
  const placeOf = isAsPrinted ? whereDrifted(placed.lines) : (value: MainValue) => values[value]
  const look = async (
    wanted: readonly (readonly [MainValue, Look])[],
    reader = models.reader,
  ): Promise<readonly Strip[]> =>
    readStrips(
      reader,
      picture,
      { placeOf, looksAt },
      placed,
      wanted.map(([value, how]) => ({ value, look: isAsPrinted ? how : besides(how, value) })),
    )
  const besides = ({ margin, squeeze, ...how }: Look, value: MainValue): Look => ({
    ...how,
    margin: (margin * values[value].height) / mainPage.values[value].height,
    squeeze: squeeze > looks.wider.squeeze ? squeeze / looks.name.squeeze : squeeze,
  })
  const first = await look(
    mainValues.map((value) => [value, value === 'name' ? looks.name : looks.usual] as const),
  )
  const [name2, first2, second2] = await look(
    [
      ['name', looks.narrowName],
      ['address1', looks.wider],
      ['address2', { ...looks.wider, isShort: true }],
    ],
    models.witness,
  )
  const stripOf = (value: MainValue): Strip => first[mainValues.indexOf(value)]!
  const decodeIn = (stripAt: (place: MainValue) => Strip, known?: Decoded): Decoded =>
    mapDecoded((decoded) => {
      const { place, legal } = decodings[decoded]
      const strip = stripAt(place)
      const before = known?.[decoded]
      return before?.strip === strip ? before : { reading: decodeLegal(legal, strip.scores), strip }
    })
  const once = decodeIn(stripOf)
  const again = doubtfulIn(once)
  const second = await look(
    again.map((value) => [value, value === 'class' ? looks.narrowClass : looks.wider] as const),
  )
  const twice = decodeIn((value) => second[again.indexOf(value)] ?? stripOf(value), once)
  const rows = sealRows.map(stripOf)
  return {
    ...mapDecoded((decoded) =>
      (decoded === 'number' ? sounder : likelier)(once[decoded], twice[decoded]),
    ),
    authority: {
      reading: decodeLegal(authority, joinScores(rows.map(({ scores }) => scores))),
      rows,
    },
    name: [stripOf('name'), name2!],
    address: [
      [stripOf('address1'), first2!],
      [stripOf('address2'), second2!],
    ],
  }
}

/** Where the values of the form stand now that the printer shifted them; the seal is stamped apart. */
function whereDrifted(lines: readonly Box[]): (value: MainValue) => ValuePlace {
  const { seal1, seal2, seal3, ...others } = mainPage.values
  const drift = measureDrift(others, lines)
  const sealDrift = measureDrift({ seal1, seal2, seal3 }, lines, 2)
  return (value) =>
    drifted(mainPage.values[value], value.startsWith('seal') ? sealDrift : drift, mainPage.words)
}

const likelier = (one: LegalValue, other: LegalValue): LegalValue =>
  other.reading.score > one.reading.score ? other : one

/** Of two looks at a number the one whose check character fits, else the likelier. */
function sounder(one: LegalValue, other: LegalValue): LegalValue {
  const [first, second] = [one, other].map(({ reading }) => isSoundIdNumber(reading.text))
  if (first === second) return likelier(one, other)
  return first === true ? one : other
}

/** Places where nothing that usually stands there is sure. */
function doubtfulIn(all: Decoded): MainValue[] {
  const usual = Object.values(
    mapDecoded((decoded) => ({ ...decodings[decoded], ...all[decoded] })),
  ).filter(({ isInstead }) => isInstead !== true)
  return mainValues.filter((value) => {
    const here = usual.filter(({ place }) => place === value)
    return here.length > 0 && here.every(isDoubtful)
  })
}

const isDoubtful = ({ reading }: LegalValue): boolean =>
  reading.text === '' || reading.characters.some(({ confidence }) => confidence < doubtful)
