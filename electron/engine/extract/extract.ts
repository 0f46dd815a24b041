import type { FieldName } from '../../../core/license/field.ts'
import { chooseName } from '../places/choose-names.ts'
import { extractAddress } from './address.ts'
import { extractCarClass } from './car-class.ts'
import { type DateDrafts, extractDates } from './dates.ts'
import type { Draft } from './draft.ts'
import { extractIdNumber } from './id-number.ts'
import type { Layout } from './layout.ts'
import { extractName, extractNationality, extractSex } from './person.ts'
import { extractSeal } from './seal.ts'

/** The eleven fields as found on a card. */
export interface Drafts {
  readonly style: DateDrafts['style']
  readonly fields: Readonly<Record<FieldName, Draft>>
}

/** Finds the eleven fields among the texts of a card. */
export function extract(layout: Layout): Drafts {
  const id_num = extractIdNumber(layout)
  const { style, ...dates } = extractDates(layout, id_num)
  return {
    style,
    fields: {
      id_num,
      name: extractName(layout),
      sex: extractSex(layout),
      nationality: extractNationality(layout),
      address: chooseName('address', extractAddress(layout)),
      car_class: extractCarClass(layout),
      official_seal: chooseName('official_seal', extractSeal(layout)),
      ...dates,
    },
  }
}
