import { beforeEach, describe, expect, it } from 'vitest'
import { builtIns, type Preset } from '../../../core/layout/preset.ts'
import type { WalkView } from '../../../core/layout/walk-key.ts'
import { type ClipboardPort, copyTable } from '../../../electron/export/clipboard.ts'
import {
  type ClipboardWalk,
  createClipboardWalk,
  staysFor,
} from '../../../electron/export/clipboard-walk.ts'
import { entriesOf } from '../../../electron/export/entries-of.ts'
import { readAs, recordWith, soundLicense } from '../../core/license/sample.ts'

let held = ''
let press: (() => void) | undefined
let due: { readonly after: number; readonly act: () => void } | undefined
let views: (WalkView | null)[] = []
let isTaken = false
let isDeaf = false

const clipboard: ClipboardPort = {
  write: async (text) => {
    if (!isDeaf) held = text
  },
  readText: async () => held,
  clear: () => {
    held = ''
  },
}

const begin = (): ClipboardWalk =>
  createClipboardWalk({
    clipboard,
    shortcuts: {
      take: (_key, onPress) => {
        if (isTaken) return false
        press = onPress
        return true
      },
      leave: () => {
        press = undefined
      },
    },
    key: () => 'F8',
    after: (after, act) => {
      due = { after, act }
      return () => {
        due = undefined
      }
    },
    onChange: (view) => views.push(view),
  })

beforeEach(() => {
  held = 'before'
  press = undefined
  due = undefined
  views = []
  isTaken = false
  isDeaf = false
})

const now = new Date(2021, 2, 15, 12)
const entryOf = (address = soundLicense.address) => {
  const [entry] = entriesOf([recordWith({ address: readAs(address) })], now)
  if (entry === undefined) throw new Error('no entry')
  return entry
}

const preset: Preset = {
  ...builtIns.full,
  columns: (['name', 'phone', 'address', 'id_num'] as const).map((column) => ({
    column,
    heading: '',
  })),
}

const start = (walk: ClipboardWalk, address?: string) => walk.start(entryOf(address), preset, 'zh')

describe('a walk over the fields of a license', () => {
  it('puts one after the other on the clipboard, those that hold something, and ends with the last', async () => {
    const walk = begin()
    expect(await start(walk, '和平街\n12号')).toEqual({
      recordId: 'record-1',
      headings: ['姓名', '住址', '证号'],
      at: 0,
      key: 'F8',
    })
    expect(held).toBe('张三')
    press?.()
    press?.()
    await walk.move('previous')
    expect(held).toBe('和平街 12号')
    await walk.move('next')
    expect(held).toBe(soundLicense.id_num)
    expect(await walk.move('next')).toBeUndefined()
    expect([held, press, views.at(-1)]).toEqual(['', undefined, null])
    expect(await walk.move('next')).toBeUndefined()
  })

  it('clears what is ours after a minute, and nothing of others', async () => {
    const walk = begin()
    await start(walk)
    expect(due?.after).toBe(staysFor)
    due?.act()
    await walk.move('end')
    expect([held, views.at(-1)]).toEqual(['', null])

    await start(walk)
    held = 'somebody else’s'
    due?.act()
    await walk.move('end')
    expect(held).toBe('somebody else’s')
  })

  it('goes on without the key where another program has it', async () => {
    isTaken = true
    const walk = begin()
    expect(await start(walk)).toMatchObject({ key: null })
    expect(await walk.move('next')).toMatchObject({ at: 1 })
  })

  it('ends where the clipboard does not take it, and begins again', async () => {
    const walk = begin()
    isDeaf = true
    expect(await start(walk)).toBeUndefined()
    expect([held, press]).toEqual(['before', undefined])
    isDeaf = false
    expect(await start(walk)).toMatchObject({ at: 0 })
  })

  it('has nothing to say of a license without the fields', async () => {
    const none = { ...preset, columns: [{ column: 'phone', heading: '' } as const] }
    expect(await begin().start(entryOf(), none, 'zh')).toBeUndefined()
    expect([held, press]).toEqual(['before', undefined])
  })
})

describe('rows on the clipboard', () => {
  it('are read back, as Windows gives them too', async () => {
    const table = [['姓名'], ['张三']]
    expect(await copyTable(clipboard, table)).toBe(true)
    const onWindows = { ...clipboard, readText: async () => held.replaceAll('\n', '\r\n') }
    expect(await copyTable(onWindows, table)).toBe(true)
    isDeaf = true
    held = 'other'
    expect(await copyTable(clipboard, table)).toBe(false)
    const broken = { ...clipboard, write: () => Promise.reject(new Error('held')) }
    expect(await copyTable(broken, table)).toBe(false)
  })
})
