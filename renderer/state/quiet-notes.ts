import type { FieldName } from '../../core/license/field.ts'
import type { FieldReading } from '../../core/license/reading.ts'
import type { LicenseView } from './license-view.ts'

/** Why a sure value can be trusted, where a check says so. */
export type QuietNote =
  | { readonly kind: 'checksum' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'years'; readonly count: number }
  /** Recognizers that know nothing of each other read the same. */
  | { readonly kind: 'alike' }

/** The note on one field: a check that came out well, else that all who looked read it alike. */
export const noteOn = (
  field: FieldName,
  view: LicenseView,
  { value, readBy = [] }: FieldReading,
): QuietNote | null => {
  const isAlike = readBy.length > 1 && view.license[field] === value && !view.look.has(field)
  return checkedNote(field, view) ?? (isAlike ? { kind: 'alike' } : null)
}

function checkedNote(field: FieldName, view: LicenseView): QuietNote | null {
  const { license, look } = view
  if (look.has(field) || license[field] === '') return null
  const troubled = (name: FieldName): boolean =>
    view.findings.some((finding) => finding.field === name && finding.severity !== 'note')
  if (troubled(field)) return null
  const idStands = /^\d{17}[\dX]$/.test(license.id_num) && !troubled('id_num')
  if (field === 'id_num') return idStands ? { kind: 'checksum' } : null
  if (field === 'birth_date' || field === 'sex') return idStands ? { kind: 'agrees' } : null
  if (field === 'valid_to') {
    const [from, to] = [license.valid_from, license.valid_to]
    const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
    return from.slice(4) === to.slice(4) && count > 0 ? { kind: 'years', count } : null
  }
  return null
}
