import { describe, expect, it } from 'vitest'
import {
  addable,
  copyPreset,
  dropPreset,
  editPreset,
  isChanged,
  keepPreset,
  type PresetEdit,
  type Presets,
} from '../../../core/layout/edit-preset.ts'
import {
  builtIns,
  mostColumns,
  mostPresets,
  type Preset,
  presetBy,
  preset as presetSchema,
  presetsOf,
} from '../../../core/layout/preset.ts'

const call = builtIns.call
const names = ({ columns }: Preset): string[] => columns.map(({ column }) => column)
const edited = (...edits: readonly PresetEdit[]): Preset => edits.reduce(editPreset, call)

describe('a preset', () => {
  it('has its columns moved, headed, added and taken out', () => {
    expect(names(call)).toEqual(['valid_to', 'name', 'id_num', 'car_class', 'phone', 'answer'])
    const moved = edited({ kind: 'move', from: 0, to: 2 })
    expect(names(moved)).toEqual(['name', 'id_num', 'valid_to', 'car_class', 'phone', 'answer'])
    expect(names(edited({ kind: 'move', from: 5, to: 0 }))[0]).toBe('answer')
    expect(edited({ kind: 'head', at: 1, heading: '客户\n姓名' }).columns[1]?.heading).toBe(
      '客户 姓名',
    )
    expect(names(edited({ kind: 'add', column: 'sex' })).at(-1)).toBe('sex')
    expect(names(edited({ kind: 'take-out', at: 0 }))[0]).toBe('name')
  })

  it('has no column twice but empty ones, never none and never too many', () => {
    expect(edited({ kind: 'add', column: 'name' })).toBe(call)
    expect(addable(call)).not.toContain('name')
    const blanks = Array.from({ length: 60 }, () => ({ kind: 'add', column: 'blank' }) as const)
    expect(edited(...blanks).columns).toHaveLength(mostColumns)
    const emptied = edited(
      ...Array.from({ length: 9 }, () => ({ kind: 'take-out', at: 0 }) as const),
    )
    expect(emptied.columns).toHaveLength(1)
    expect(edited({ kind: 'move', from: 0, to: 99 }, { kind: 'move', from: -1, to: 0 })).toEqual(
      call,
    )
  })

  it('takes no name and no heading beyond all measure', () => {
    const long = 'x'.repeat(1000)
    const wild = edited({ kind: 'name', name: long }, { kind: 'head', at: 0, heading: long })
    expect(presetSchema.safeParse(wild).success).toBe(true)
  })
})

describe('the presets', () => {
  const none: Presets = { kept: [], id: 'rental' }

  it('are four at first, and every one is sound', () => {
    expect(presetsOf([]).map(({ id }) => id)).toEqual(['full', 'rental', 'school', 'call'])
    for (const one of presetsOf([])) expect(presetSchema.parse(one)).toEqual(one)
    expect(presetBy([], 'gone').id).toBe('full')
  })

  it('keep a built-in one only as long as it is changed, and make it what it was', () => {
    const changed = keepPreset(
      none,
      editPreset(builtIns.rental, { kind: 'write', as: { dates: 'slash' } }),
    )
    expect([isChanged(changed), presetBy(changed.kept, 'rental').dates]).toEqual([true, 'slash'])
    const back = keepPreset(
      changed,
      editPreset(presetBy(changed.kept, 'rental'), { kind: 'write', as: { dates: 'iso' } }),
    )
    expect(back).toEqual(none)
    expect(dropPreset(changed)).toEqual(none)
    // As it comes back from the disk.
    const kept = changed.kept.map((one) => presetSchema.parse(one))
    expect(keepPreset({ kept, id: 'rental' }, presetSchema.parse(builtIns.rental)).kept).toEqual([])
  })

  it('are copied, used and deleted, and then all fields are in use', () => {
    const copied = copyPreset(none, 'own-1', '三号店')
    expect(presetBy(copied.kept, copied.id)).toEqual({
      ...builtIns.rental,
      id: 'own-1',
      name: '三号店',
    })
    expect(isChanged(copied)).toBe(false)
    expect(dropPreset(copied)).toEqual({ kept: [], id: 'full' })
    let many = none
    for (let at = 0; at < mostPresets + 5; at += 1) many = copyPreset(many, `own-${at}`, '')
    expect(many.kept).toHaveLength(mostPresets)
  })
})
