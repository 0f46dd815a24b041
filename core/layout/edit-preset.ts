import { type ColumnName, columnNames } from './column-names.ts'
import {
  builtIns,
  isBuiltIn,
  longestHeading,
  mostColumns,
  mostPresets,
  type Preset,
  preset as presetSchema,
  presetBy,
} from './preset.ts'

/** Something a person does to the layout of a table. */
export type PresetEdit =
  | { readonly kind: 'add'; readonly column: ColumnName }
  /** The last column stays. */
  | { readonly kind: 'take-out'; readonly at: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'head'; readonly at: number; readonly heading: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'write'; readonly as: Partial<Pick<Preset, 'dates' | 'numbers' | 'rows'>> }

export function editPreset(preset: Preset, edit: PresetEdit): Preset {
  const { columns } = preset
  switch (edit.kind) {
    case 'add':
      if (columns.length >= mostColumns || !addable(preset).includes(edit.column)) return preset
      return { ...preset, columns: [...columns, { column: edit.column, heading: '' }] }
    case 'take-out':
      if (columns.length < 2) return preset
      return { ...preset, columns: columns.filter((_, at) => at !== edit.at) }
    case 'move': {
      const moved = columns[edit.from]
      if (moved === undefined || columns[edit.to] === undefined) return preset
      return { ...preset, columns: columns.toSpliced(edit.from, 1).toSpliced(edit.to, 0, moved) }
    }
    case 'head': {
      const heading = oneLine(edit.heading)
      return {
        ...preset,
        columns: columns.map((one, at) => (at === edit.at ? { ...one, heading } : one)),
      }
    }
    case 'name':
      return { ...preset, name: oneLine(edit.name) }
    case 'write':
      return { ...preset, ...edit.as }
  }
}

/** What is not in it yet; an empty column can always be added. */
export const addable = ({ columns }: Preset): readonly ColumnName[] =>
  columnNames.filter((name) => name === 'blank' || !columns.some(({ column }) => column === name))

/** With these at the end, where they are not in it yet. */
export const withColumns = (preset: Preset, names: readonly ColumnName[]): Preset =>
  names.reduce((one, column) => editPreset(one, { kind: 'add', column }), preset)

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trimStart()
    .slice(0, longestHeading)

/** The presets that were changed or made here, and the one in use. */
export interface Presets {
  readonly kept: readonly Preset[]
  readonly id: string
}

/** Keeps a preset as it stands now; a built-in one that is as it was built in is not kept. */
export function keepPreset(presets: Presets, preset: Preset): Presets {
  const { kept } = presets
  const isAsBuilt = isBuiltIn(preset.id) && textOf(builtIns[preset.id]) === textOf(preset)
  const others = kept.filter(({ id }) => id !== preset.id)
  if (isAsBuilt) return { ...presets, kept: others }
  const isKnown = others.length < kept.length
  return {
    ...presets,
    kept: isKnown ? kept.map((one) => (one.id === preset.id ? preset : one)) : [...kept, preset],
  }
}

/** A copy of the one in use under another name, in use from now on; nothing where there are as many as can be. */
export function copyPreset(presets: Presets, id: string, name: string): Presets {
  if (presets.kept.length >= mostPresets) return presets
  const copy = { ...presetBy(presets.kept, presets.id), id, name: oneLine(name) }
  return { kept: [...presets.kept, copy], id }
}

/** Takes the one in use away, or, where it is built in, makes it what it was. */
export function dropPreset({ kept, id }: Presets): Presets {
  return { kept: kept.filter((one) => one.id !== id), id: isBuiltIn(id) ? id : 'full' }
}

/** Whether there is something to make what it was. */
export const isChanged = ({ kept, id }: Presets): boolean =>
  isBuiltIn(id) && kept.some((one) => one.id === id)

/** With its parts in one order, wherever it comes from. */
const textOf = (preset: Preset): string => JSON.stringify(presetSchema.parse(preset))
