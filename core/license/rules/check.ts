import type { License } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { CheckContext } from './context.ts'
import { checkDates } from './dates.ts'
import { checkIdNumber } from './id-number.ts'
import { checkCarClass, checkPerson } from './person.ts'
import { checkPlace } from './place.ts'
import { checkReadBefore } from './read-before.ts'
import { checkValidPeriod } from './valid-period.ts'

/** Applies every rule to a license; empty fields are no concern of the rules but of the review. */
export const check = (license: License, context: CheckContext): Finding[] => [
  ...checkIdNumber(license),
  ...checkDates(license, context),
  ...checkValidPeriod(license, context),
  ...checkCarClass(license, context),
  ...checkPerson(license),
  ...checkPlace(license),
  ...checkReadBefore(license, context),
]
