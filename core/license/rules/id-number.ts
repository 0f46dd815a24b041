import type { License } from '../field.ts'
import { type Finding, finding, type Severity } from '../finding.ts'
import { isDate } from '../parse/date.ts'
import {
  birthDateOf,
  checkCharacter,
  hasMainlandForm,
  isSoundIdNumber,
  sexOf,
} from '../parse/id-number.ts'

/** Length, form, check character, birth digits and sex digit of the license number. */
export function checkIdNumber(license: License): Finding[] {
  if (license.id_num === '') return []
  const severity = severityFor(license)
  if (!hasMainlandForm(license.id_num)) return [checkForm(license.id_num, severity)]
  return [
    ...checkDigits(license.id_num, severity),
    ...checkBirth(license, severity),
    ...checkSex(license, severity),
  ]
}

/** The number of a foreigner or soldier differs from a mainland one, so there the same rules only warn. */
function severityFor({ nationality, id_num }: License): Severity {
  const mainland = nationality === '' || nationality.startsWith('中国')
  return mainland && /^[\dX]+$/.test(id_num) ? 'error' : 'warning'
}

const checkForm = (id_num: string, severity: Severity): Finding =>
  id_num.length === 18
    ? finding(severity, 'id_num', 'id-form')
    : finding(severity, 'id_num', 'id-length', { length: String([...id_num].length) })

function checkDigits(id_num: string, severity: Severity): Finding[] {
  const findings: Finding[] = []
  const expected = checkCharacter(id_num)
  if (expected !== id_num[17])
    findings.push(finding(severity, 'id_num', 'id-checksum', { expected }))
  if (!isDate(birthDateOf(id_num)))
    findings.push(finding(severity, 'id_num', 'id-birth-date', { digits: id_num.slice(6, 14) }))
  return findings
}

/** A number whose check character fits is hardly misread: then only the date of birth is in doubt, else both are. */
function checkBirth({ id_num, birth_date }: License, severity: Severity): Finding[] {
  const born = birthDateOf(id_num)
  if (!isDate(born) || !isDate(birth_date) || birth_date === born) return []
  const onBirthDate = finding(severity, 'birth_date', 'id-birth-mismatch', { born }, ['id_num'])
  if (isSoundIdNumber(id_num)) return [onBirthDate]
  return [finding(severity, 'id_num', 'id-birth-mismatch', { born }, ['birth_date']), onBirthDate]
}

function checkSex({ id_num, sex }: License, severity: Severity): Finding[] {
  const expected = sexOf(id_num)
  if (!['男', '女'].includes(sex) || sex === expected) return []
  return [finding(severity, 'sex', 'id-sex-mismatch', { expected }, ['id_num'])]
}
