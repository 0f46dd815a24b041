import type { BuiltInId } from '../layout/preset.ts'
import type { Said } from '../words/said.ts'

/** What the built-in presets are called. */
export const builtInNames: { readonly [I in BuiltInId]: Said } = {
  full: { zh: '全部字段', en: 'All fields' },
  rental: { zh: '租车台账', en: 'Rental ledger' },
  school: { zh: '驾校学员', en: 'Driving school roll' },
  call: { zh: '到期回访', en: 'Call list' },
}
