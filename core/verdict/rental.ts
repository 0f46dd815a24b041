import type { FieldName } from '../license/field.ts'
import { firstMonths } from '../license/law.ts'
import { type CarClass, splitCarClass } from '../license/parse/car-class.ts'
import { addMonths, isDate, yearsBetween } from '../license/parse/date.ts'
import { drives, lapsedAt } from './coverage.ts'
import { contradictedAmong, type Evidence, isDoubted, openAmong } from './evidence.ts'
import type { HousePolicy, Stance } from './house-policy.ts'
import type { RentalWish } from './purpose.ts'
import type { Light, Reason, Weighed } from './reason.ts'

/** Whether somebody is on the house's own list: with the note and the day; null: not; nothing: not known yet. */
export type Listed = { readonly note: string; readonly since: string } | null | undefined

export interface RentalContext {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly wish: RentalWish
  readonly policy: HousePolicy
  readonly listed: Listed
}

export interface RentalVerdict {
  readonly kind: 'rental'
  readonly wish: RentalWish
  readonly light: Light
  /** Those that weigh most first; none where the light is green. */
  readonly reasons: readonly Weighed[]
}

/** Without these nothing can be said. */
const indispensable: readonly FieldName[] = [
  'id_num',
  'birth_date',
  'issue_date',
  'car_class',
  'valid_to',
]

/** Fields that matter here. */
const mattering = ({ foreigners }: HousePolicy): FieldName[] => [
  'name',
  'valid_from',
  ...indispensable,
  ...(foreigners === 'accept' ? [] : (['nationality'] as const)),
]

/** Whether a car can be rented on a license, by the law's tables and the policy of the house. */
export function judgeRental(evidence: Evidence, context: RentalContext): RentalVerdict {
  const weigh = (light: Weighed['light'], reason: Reason, restsOn: FieldName[] = []): Weighed => ({
    ...reason,
    light: restsOn.some((field) => isDoubted(field, evidence)) ? 'amber' : light,
  })
  const reasons = [
    ...ofList(context, weigh),
    ...ofClass(evidence, context, weigh),
    ...ofHolder(evidence, context, weigh),
    ...ofTerm(evidence, context, weigh),
    ...ofCard(evidence, context, weigh),
    ...ofReading(evidence, context, weigh),
  ].toSorted((one, other) => weightOf(other) - weightOf(one))
  return { kind: 'rental', wish: context.wish, light: reasons[0]?.light ?? 'green', reasons }
}

const weightOf = ({ light }: Weighed): number => (light === 'red' ? 1 : 0)

type Weigh = (light: Weighed['light'], reason: Reason, restsOn?: FieldName[]) => Weighed
type Part = (evidence: Evidence, context: RentalContext, weigh: Weigh) => Weighed[]

/** Nothing where the house goes on. */
const byStance = (stance: Stance, weighed: (light: Weighed['light']) => Weighed): Weighed[] =>
  stance === 'accept' ? [] : [weighed(stance === 'refuse' ? 'red' : 'amber')]

function ofList({ listed }: RentalContext, weigh: Weigh): Weighed[] {
  if (listed === undefined) return [weigh('amber', { kind: 'list-not-asked' })]
  return listed === null ? [] : [weigh('red', { kind: 'do-not-rent', ...listed })]
}

const ofClass: Part = ({ license }, { wish }, weigh) => {
  const held = splitCarClass(license.car_class)
  if (held === undefined) return []
  const { vehicle } = wish
  const driving = held.filter((code) => drives(code, vehicle))
  if (driving.length === 0)
    return vehicle === 'C2' && held.includes('C5')
      ? [weigh('amber', { kind: 'altered-cars-only', vehicle }, ['car_class'])]
      : [weigh('red', { kind: 'not-covered', vehicle, classes: license.car_class }, ['car_class'])]
  return ofLapse(license.birth_date, driving, wish, weigh)
}

/** A larger class that lapsed is exchanged for a smaller one, which the card does not show yet. */
function ofLapse(
  born: string,
  driving: readonly CarClass[],
  { vehicle, giveBack }: RentalWish,
  weigh: Weigh,
): Weighed[] {
  if (!isDate(born)) return []
  const age = yearsBetween(born, giveBack)
  const lapsed = lapsedAt(age, driving)
  const isVehicleLapsed = lapsedAt(age, [vehicle]).length > 0
  if (!isVehicleLapsed && lapsed.length < driving.length) return []
  const classes = isVehicleLapsed ? vehicle : lapsed.join(' ')
  const light = isVehicleLapsed ? 'red' : 'amber'
  return [weigh(light, { kind: 'lapsed-by-age', age, classes }, ['birth_date', 'car_class'])]
}

const ofHolder: Part = ({ license }, { wish, policy }, weigh) => {
  const { birth_date: born, issue_date: issued, nationality } = license
  const reasons: Weighed[] = []
  const age = isDate(born) ? yearsBetween(born, wish.pickUp) : undefined
  const { leastAge: least, mostAge: most } = policy
  if (age !== undefined && age < least)
    reasons.push(weigh('red', { kind: 'too-young', age, least }, ['birth_date']))
  if (age !== undefined && most > 0 && age > most)
    reasons.push(weigh('red', { kind: 'too-old', age, most }, ['birth_date']))
  if (isDate(issued)) reasons.push(...ofExperience(issued, wish, policy, weigh))
  if (nationality !== '' && !nationality.startsWith('中国'))
    reasons.push(
      ...byStance(policy.foreigners, (light) =>
        weigh(light, { kind: 'foreigner', nationality }, ['nationality']),
      ),
    )
  return reasons
}

function ofExperience(
  issued: string,
  { pickUp }: RentalWish,
  { leastMonths: least, firstYear }: HousePolicy,
  weigh: Weigh,
): Weighed[] {
  const from = addMonths(issued, least)
  if (pickUp < from)
    return [weigh('red', { kind: 'licensed-too-short', least, from }, ['issue_date'])]
  const until = addMonths(issued, firstMonths)
  return pickUp < until
    ? byStance(firstYear, (light) => weigh(light, { kind: 'first-year', until }, ['issue_date']))
    : []
}

const ofTerm: Part = ({ license }, { wish: { pickUp, giveBack }, policy, today }, weigh) => {
  const { valid_from: from, valid_to: date } = license
  const reasons: Weighed[] = []
  if (giveBack < today) reasons.push(weigh('amber', { kind: 'dates-past', giveBack }))
  if (isDate(from) && from > pickUp)
    reasons.push(weigh('red', { kind: 'not-valid-yet', date: from }, ['valid_from']))
  if (!isDate(date)) return reasons
  const months = policy.marginMonths
  if (date < pickUp) reasons.push(weigh('red', { kind: 'expired', date }, ['valid_to']))
  else if (date < giveBack)
    reasons.push(
      ...byStance(policy.expiring, (light) =>
        weigh(light, { kind: 'expires-in-rental', date, giveBack }, ['valid_to']),
      ),
    )
  else if (date < addMonths(giveBack, months))
    reasons.push(weigh('amber', { kind: 'expires-soon-after', date, months }, ['valid_to']))
  return reasons
}

const ofCard: Part = ({ medium }, { policy }, weigh) => {
  if (medium === 'copy') return byStance(policy.copies, (light) => weigh(light, { kind: 'copy' }))
  return medium === 'electronic'
    ? byStance(policy.electronic, (light) => weigh(light, { kind: 'electronic' }))
    : []
}

const ofReading: Part = (evidence, { policy }, weigh) => {
  const { license, look } = evidence
  const fields = mattering(policy)
  const told: readonly Reason[] = [
    { kind: 'to-look-at', fields: openAmong(fields, evidence) },
    {
      kind: 'not-known',
      fields: indispensable.filter((field) => license[field] === '' && !look.has(field)),
    },
    { kind: 'does-not-agree', fields: contradictedAmong(fields, evidence) },
  ]
  return told
    .filter((reason) => 'fields' in reason && reason.fields.length > 0)
    .map((reason) => weigh('amber', reason))
}
