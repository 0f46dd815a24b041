import { isSoundIdNumber } from '../../../core/license/parse/id-number.ts'
import type { Form } from '../forms/form.ts'
import { type MainValue, mainPage, mainValues } from '../forms/main-page.ts'
import type { Raster } from '../geometry/raster.ts'
import { authority } from '../legal/authority.ts'
import type { Automaton } from '../legal/automaton.ts'
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
import { type Look, measureDrift, readStrips, type Strip } from './strips.ts'

/** The likeliest of what may stand at a place, and the look at the place that says it. */
export interface LegalValue {
  readonly reading: LegalReading
  readonly strip: Strip
}

/** A main page as it was read, before it is judged. */
export interface MainPage {
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
  readonly authority: { readonly reading: LegalReading; readonly rows: readonly Strip[] }
  /** Two looks at what may be anything: of the address its rows. */
  readonly name: readonly [Strip, Strip]
  readonly address: readonly (readonly [Strip, Strip])[]
}

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
  const { seal1, seal2, seal3, ...others } = values
  const drift = isAsPrinted ? measureDrift(others, placed.lines) : 0
  const sealDrift = isAsPrinted ? measureDrift({ seal1, seal2, seal3 }, placed.lines, 2) : 0
  const driftAt = (value: MainValue): number => (value.startsWith('seal') ? sealDrift : drift)
  const look = async (
    wanted: readonly (readonly [MainValue, Look])[],
    reader = models.reader,
  ): Promise<readonly Strip[]> =>
    readStrips(
      reader,
      picture,
      { values },
      placed,
      driftAt,
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
  const decode = (automaton: Automaton, strip: Strip, known?: LegalValue): LegalValue =>
    known?.strip === strip ? known : { reading: decodeLegal(automaton, strip.scores), strip }
  const legalIn = (strip: (value: MainValue) => Strip, known?: Legal): Legal => ({
    number: decode(mainlandNumber, strip('number'), known?.number),
    soundNumber: decode(soundNumber, strip('number'), known?.soundNumber),
    oldNumber: decode(oldNumber, strip('number'), known?.oldNumber),
    sex: decode(sex, strip('sex'), known?.sex),
    nationality: decode(nationality, strip('nationality'), known?.nationality),
    birth: decode(birthDate, strip('birth'), known?.birth),
    issue: decode(issueDate, strip('issue'), known?.issue),
    class: decode(carClass, strip('class'), known?.class),
    currentPeriod: decode(currentPeriod, strip('period'), known?.currentPeriod),
    oldPeriod: decode(oldPeriod, strip('period'), known?.oldPeriod),
  })
  const legal = legalIn(stripOf)
  const again = doubtfulOf(legal)
  const second = await look(
    again.map((value) => [value, value === 'class' ? looks.narrowClass : looks.wider] as const),
  )
  const better = legalIn((value) => second[again.indexOf(value)] ?? stripOf(value), legal)
  const rows = [stripOf('seal1'), stripOf('seal2'), stripOf('seal3')]
  return {
    number: sounder(legal.number, better.number),
    soundNumber: likelier(legal.soundNumber, better.soundNumber),
    oldNumber: likelier(legal.oldNumber, better.oldNumber),
    sex: likelier(legal.sex, better.sex),
    nationality: likelier(legal.nationality, better.nationality),
    birth: likelier(legal.birth, better.birth),
    issue: likelier(legal.issue, better.issue),
    class: likelier(legal.class, better.class),
    currentPeriod: likelier(legal.currentPeriod, better.currentPeriod),
    oldPeriod: likelier(legal.oldPeriod, better.oldPeriod),
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

const likelier = (one: LegalValue, other: LegalValue): LegalValue =>
  other.reading.score > one.reading.score ? other : one

/** Of two looks at a number the one whose check character fits, else the likelier. */
function sounder(one: LegalValue, other: LegalValue): LegalValue {
  const [first, second] = [one, other].map(({ reading }) => isSoundIdNumber(reading.text))
  if (first === second) return likelier(one, other)
  return first === true ? one : other
}

/** What is decoded on a look at the whole page. */
type Legal = Omit<MainPage, 'authority' | 'name' | 'address'>

function doubtfulOf(legal: Legal): MainValue[] {
  const isDoubtful = ({ reading }: LegalValue): boolean =>
    reading.text === '' || reading.characters.some(({ confidence }) => confidence < doubtful)
  const values = ['number', 'sex', 'nationality', 'birth', 'issue', 'class'] as const
  return [
    ...values.filter((value) => isDoubtful(legal[value])),
    ...(isDoubtful(legal.currentPeriod) && isDoubtful(legal.oldPeriod) ? ['period' as const] : []),
  ]
}
