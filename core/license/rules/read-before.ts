import { fieldNames, type License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import type { CheckContext } from './context.ts'

/** The same number was read before: what has changed since. */
export function checkReadBefore(license: License, { before }: CheckContext): Finding[] {
  if (before === undefined || license.id_num === '' || before.id_num !== license.id_num) return []
  return fieldNames
    .filter((field) => before[field] !== '' && license[field] !== before[field])
    .map((field) => finding('note', field, 'read-before', { before: before[field] }))
}
