import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../docs/adr')
const decisions = readdirSync(folder).filter((name) => name !== 'README.md')
const index = readFileSync(path.join(folder, 'README.md'), 'utf8')

it('numbers the decisions without a gap and without one twice', () => {
  const numbers = decisions.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})

it('lists every decision in the index, in order, under its number', () => {
  const listed = [...index.matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| .+ \| .+ \|$/gm)]
  expect(listed.map(([, , file]) => file)).toEqual(decisions)
  expect(listed.every(([, number = '', file = '']) => file.startsWith(number))).toBe(true)
})

it.each(decisions)('begins %s with its number', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8')
  expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)} `))
})
