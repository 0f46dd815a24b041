import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { keyTable } from '../../renderer/views/keys/keys.ts'
import { allPages, root } from './pages.ts'

const onCaps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

const named: ReadonlySet<string> = new Set(keyTable.flatMap(({ keys }) => keys.flat()))

it('the table of keys names every key that the window listens to', () => {
  const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const keys = sources.match(
    /\b(?:Page(?:Up|Down)|Home|End|Delete|Escape|F\d{1,2}|Arrow(?:Up|Down))\b/g,
  )
  const heard = new Set((keys ?? []).map((key) => onCaps[key] ?? key))
  expect([...heard].filter((key) => !named.has(key))).toEqual([])
  expect(heard.size).toBeGreaterThan(8)
})

it('the pages name no key that the table does not', () => {
  const told = allPages().flatMap(({ text }) => [
    ...text.matchAll(/<kbd>(.)<\/kbd>|<kbd>(\w+)<\/kbd>/g),
  ])
  const keys = new Set(told.map(([, one, other]) => one ?? other ?? ''))
  expect([...keys].filter((key) => !named.has(key))).toEqual([])
})
