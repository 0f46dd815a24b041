import { authority } from './authority.ts'
import { looksIn } from './decode-legal.ts'
import {
  birthDate,
  carClass,
  currentPeriod,
  fileNumber,
  issueDate,
  mainlandNumber,
  nationality,
  oldNumber,
  oldPeriod,
  sex,
  soundNumber,
} from './grammars.ts'

const seal = looksIn([authority])

const looks: Readonly<Record<string, ReadonlySet<string>>> = {
  number: looksIn([mainlandNumber, soundNumber, oldNumber]),
  sex: looksIn([sex]),
  nationality: looksIn([nationality]),
  birth: looksIn([birthDate]),
  issue: looksIn([issueDate]),
  class: looksIn([carClass]),
  period: looksIn([currentPeriod, oldPeriod]),
  seal1: seal,
  seal2: seal,
  seal3: seal,
  file: looksIn([fileNumber]),
}

/** Everything that a strip must tell of to be decoded to what may stand at its place: nothing where anything may. */
export const legalLooksAt = (value: string): Iterable<string> => looks[value] ?? []
