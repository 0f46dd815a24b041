import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuItem } from '../../../core/ipc/support.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { menuTemplate } from '../../../electron/window/menu.ts'

type Items = readonly MenuItemConstructorOptions[]

const everyItem = (items: Items): Items =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])])

it.each(['darwin', 'win32', 'linux'])('reaches all that the page carries out: %s', (platform) => {
  const chosen = new Set<string>()
  const items = everyItem(menuTemplate(platform, wordsIn('zh'), (item) => chosen.add(item)))
  for (const { click } of items) if (click !== undefined) Reflect.apply(click, undefined, [])
  expect([...chosen].toSorted()).toEqual([...menuItem.options].toSorted())
  const labels = items.flatMap(({ label, type }) => (type === 'separator' ? [] : (label ?? '')))
  for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u)
})

it('gives no key to two items', () => {
  const items = everyItem(menuTemplate('linux', wordsIn('en'), () => {}))
  const keys = items.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})
