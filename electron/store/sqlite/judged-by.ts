import type { RecordMatch } from '../../../core/records/query.ts'
import { basisEdition, type VerdictBasis } from '../../../core/verdict/basis.ts'
import { lineOf, partsOf } from './lines.ts'

/** By what a record is judged. */
export interface JudgedBy {
  readonly basis: VerdictBasis
  /** What the do-not-rent list tells its number by, shortened: another one is not on the list. */
  readonly listKey: string
}

const media = ['print', 'copy', 'electronic'] as const satisfies VerdictBasis['medium'][]

/** All of it but what a list shows of the record anyway. */
export const judgedByLine = ({ basis, listKey }: JudgedBy): string =>
  lineOf(
    String(basisEdition),
    basis.license.sex,
    basis.license.nationality,
    basis.license.birth_date,
    basis.license.issue_date,
    basis.license.car_class,
    basis.license.valid_from,
    basis.standings,
    basis.medium,
    listKey,
  )

/** Nothing where a version of the program wrote it down that read something else out of a record, or nothing at all. */
export function judgedByIn(line: string, match: RecordMatch): JudgedBy | undefined {
  const [edition, sex = '', nationality = '', born = '', issued = '', ...others] = partsOf(line)
  if (edition !== String(basisEdition)) return undefined
  const [classes = '', from = '', standings = '', kind, listKey = ''] = others
  const medium = media.find((one) => one === kind)
  if (medium === undefined) return undefined
  const license = {
    id_num: match.idNumber,
    name: match.name,
    sex,
    nationality,
    address: match.address,
    birth_date: born,
    issue_date: issued,
    car_class: classes,
    valid_from: from,
    valid_to: match.validTo,
    official_seal: match.seal,
  }
  return { basis: { license, standings, medium }, listKey }
}
