import type { FieldName } from '../../core/license/field.ts'
import type { LicenseView } from './license-view.ts'

/** Why a sure value can be trusted, where a check says so. */
export type QuietNote =
  | { readonly kind: 'checksum' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'years'; readonly count: number }

/** The note on one field; null where no check was possible, or one did not come out well. */
export function noteOn(field: FieldName, view: LicenseView): QuietNote | null {
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
