import { placesIn, stemOf, type Table } from './table.ts'
import type { Used } from './used-keys.ts'

/** Texts in both languages, and every file that may ask for them. */
export interface Surveyed {
  readonly zh: Table
  readonly en: Table
  /** By path from the root of the repository. */
  readonly used: ReadonlyMap<string, Used>
}

/** What is wrong with the words, a line each. */
export function troublesOf({ zh, en, used }: Surveyed): readonly string[] {
  return [
    ...unmatched(en, zh, 'Chinese'),
    ...unmatched(zh, en, 'English'),
    ...withoutPlural(en),
    ...empty(zh, 'Chinese'),
    ...empty(en, 'English'),
    ...placedOtherwise(zh, en),
    ...unused([...zh.keys(), ...en.keys()], used),
  ]
}

/** Chinese has no singular. */
const isSingular = (key: string): boolean => key.endsWith('_one')

const unmatched = (some: Table, others: Table, language: string): readonly string[] =>
  [...some.keys()]
    .filter((key) => !isSingular(key) && !others.has(key))
    .map((key) => `${key}: missing in ${language}`)

const withoutPlural = (en: Table): readonly string[] =>
  [...en.keys()].flatMap((key) => {
    const other = isSingular(key) ? `${stemOf(key)}_other` : `${stemOf(key)}_one`
    return stemOf(key) === key || en.has(other) ? [] : [`${other}: missing in English`]
  })

const empty = (table: Table, language: string): readonly string[] =>
  [...table].flatMap(([key, text]) => (text === '' ? [`${key}: empty in ${language}`] : []))

function placedOtherwise(zh: Table, en: Table): readonly string[] {
  const all = [...en].flatMap(([key, text]) => {
    const chinese = zh.get(isSingular(key) ? `${stemOf(key)}_other` : key)
    if (chinese === undefined) return []
    const [here, there] = [placesIn(text), placesIn(chinese)]
    // One can be said without its number.
    const isSame =
      here.length === there.length ||
      (isSingular(key) && here.length === there.length - 1 && !here.includes('count'))
    return isSame && here.every((place) => there.includes(place)) ? [] : [key]
  })
  return all.map((key) => `${key}: other places to fill in Chinese than in English`)
}

function unused(keys: readonly string[], used: Surveyed['used']): readonly string[] {
  const literals = new Set([...used.values()].flatMap((one) => [...one.literals]))
  const patterns = [...used.values()].flatMap((one) => one.patterns)
  const onScreen = new Set(
    [...used].flatMap(([file, one]) => (file.startsWith('renderer/') ? [...one.literals] : [])),
  )
  const isUsed = (key: string): boolean =>
    literals.has(key) ||
    (key.startsWith('screen:') && onScreen.has(key.slice('screen:'.length))) ||
    patterns.some((pattern) => pattern.test(key))
  return [...new Set(keys.map(stemOf))].filter((key) => !isUsed(key)).map((key) => `${key}: unused`)
}
