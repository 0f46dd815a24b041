import { z } from 'zod'
import { type ColumnName, columnNames } from './column-names.ts'
import { fieldNames } from '../license/field.ts'
import { dateForms } from './date-form.ts'

/** Far more than a person sets up. */
export const mostPresets = 40
export const mostColumns = 40
export const longestHeading = 60

const presetColumn = z.object({
  column: z.enum(columnNames),
  /** Of one's own; `''`: the usual one. */
  heading: z.string().max(longestHeading),
})

/** How a table is laid out. */
export const preset = z.object({
  id: z.string().min(1).max(60),
  /** Of one's own; `''`: that of the built-in preset. */
  name: z.string().max(longestHeading),
  /** Each column once, empty ones as often as wished. */
  columns: z.array(presetColumn).min(1).max(mostColumns),
  dates: z.enum(dateForms),
  numbers: z.enum(['full', 'masked']),
  /** Only licenses that nobody has to look at any more, or all with a column that says how each stands. */
  rows: z.enum(['reviewed', 'all']),
})

export type PresetColumn = z.output<typeof presetColumn>
export type Preset = z.output<typeof preset>

export const builtInIds = ['full', 'rental', 'school', 'call'] as const

export type BuiltInId = (typeof builtInIds)[number]

const plain = (...names: readonly ColumnName[]): PresetColumn[] =>
  names.map((column) => ({ column, heading: '' }))

const usual = { name: '', dates: 'iso', numbers: 'full', rows: 'all' } as const

export const builtIns: { readonly [I in BuiltInId]: Preset } = {
  full: {
    ...usual,
    id: 'full',
    columns: plain(...fieldNames, 'source', 'state', 'read_at', 'file_number', 'record'),
  },
  rental: {
    ...usual,
    id: 'rental',
    columns: plain(
      ...(['name', 'id_num', 'car_class', 'issue_date', 'valid_to', 'file_number'] as const),
      ...(['address', 'phone', 'plate', 'pick_up', 'return', 'clerk', 'state'] as const),
    ),
  },
  school: {
    ...usual,
    id: 'school',
    columns: plain(
      ...(['name', 'sex', 'id_num', 'birth_date', 'nationality', 'address', 'car_class'] as const),
      ...(['issue_date', 'valid_to', 'file_number', 'wished_class', 'phone'] as const),
      ...(['enrolled_on', 'state'] as const),
    ),
  },
  call: {
    ...usual,
    id: 'call',
    numbers: 'masked',
    columns: plain('valid_to', 'name', 'id_num', 'car_class', 'phone', 'answer'),
  },
}

export const isBuiltIn = (id: string): id is BuiltInId => builtInIds.some((one) => one === id)

/** All there are: the built-in ones, as they were changed here, then one's own. */
export function presetsOf(kept: readonly Preset[]): readonly Preset[] {
  const changed = new Map(kept.map((one) => [one.id, one]))
  const own = kept.filter(({ id }) => !isBuiltIn(id))
  return [...builtInIds.map((id) => changed.get(id) ?? builtIns[id]), ...own]
}

/** The one of that id, or all fields where there is none any more. */
export const presetBy = (kept: readonly Preset[], id: string): Preset =>
  presetsOf(kept).find((one) => one.id === id) ?? builtIns.full
