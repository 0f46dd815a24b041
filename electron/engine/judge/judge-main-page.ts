import type { FieldName } from '../../../core/license/field.ts'
import type { Reading } from '../../../core/license/reading.ts'
import type { MainPage } from '../read/read-main-page.ts'
import { withAgreeingDates } from './agreeing-dates.ts'
import { aloneDraft, datesDraft, type Draft, legalDraft, nationalityDraft } from './draft.ts'
import { addressDraft, nameDraft, sealDraft } from './free-text.ts'
import { numberDraft } from './number.ts'
import { periodDrafts } from './period.ts'
import { vouch } from './vouch.ts'

/** The eleven fields of a main page, each as sure as all that stands on the card makes it. */
export interface Judged {
  readonly style: Reading['style']
  readonly fields: Readonly<Record<FieldName, Draft>>
}

export function judgeMainPage(read: MainPage): Judged {
  const page = withAgreeingDates(read)
  const { style, ...period } = periodDrafts(page)
  return {
    style,
    fields: vouch({
      id_num: numberDraft(page),
      name: nameDraft(page),
      sex: legalDraft(page.sex),
      nationality: nationalityDraft(page.nationality),
      address: addressDraft(page),
      birth_date: datesDraft(page.birth),
      issue_date: datesDraft(page.issue),
      car_class: aloneDraft(page.class),
      ...period,
      official_seal: sealDraft(page),
    }),
  }
}
