import type { Clipboard, ClipboardItem as ElectronItem, GlobalShortcut } from 'electron'
import { answer } from './browser-side.ts'

type Given = ConstructorParameters<typeof ElectronItem>[0]

/** What is put on the clipboard in one piece. */
export class ClipboardItem {
  readonly items: Given
  constructor(items: Given) {
    this.items = items
  }
  get types(): string[] {
    return Object.keys(this.items)
  }
}

/** A clipboard of the program's own: the one of the system belongs to whoever runs the tests. */
let held: Readonly<Record<string, string>> = {}

const textOf = async (item: ClipboardItem): Promise<Record<string, string>> => {
  const texts = Object.entries(item.items).map(async ([type, given]) => {
    const value = await given
    return [
      type,
      value instanceof Blob ? await value.text() : typeof value === 'string' ? value : '',
    ] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

export const clipboard = {
  async write(data: readonly ClipboardItem[]): Promise<void> {
    const [first] = data
    held = first === undefined ? {} : await textOf(first)
  },
  readText: async () => held['text/plain'] ?? '',
  clear: () => {
    held = {}
  },
} satisfies Record<keyof Pick<Clipboard, 'clear' | 'readText' | 'write'>, unknown>

const taken = new Map<string, () => void>()

export const globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'> = {
  register(accelerator, callback) {
    if (taken.has(accelerator)) return false
    taken.set(accelerator, callback)
    return true
  },
  unregister: (accelerator) => void taken.delete(accelerator),
}

answer({
  clipboard: () => held,
  copiedElsewhere: ({ text }) => {
    held = { 'text/plain': text }
  },
  pressAnywhere({ key }) {
    const press = taken.get(key)
    press?.()
    return press !== undefined
  },
})
