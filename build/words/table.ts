/** Texts by area, as i18next takes them; what is nested is joined by dots. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** One text under `area:key`, as it stands in the table, with `_one` or `_other` where it is counted. */
export type Table = ReadonlyMap<string, string>

export const tableOf = (areas: Texts): Table =>
  new Map(
    Object.entries(areas).flatMap(([area, texts]) =>
      typeof texts === 'string' ? [] : leaves(texts, `${area}:`),
    ),
  )

const leaves = (texts: Texts, before: string): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text]] : leaves(text, `${before}${key}.`),
  )

/** What a key is asked for by: without its plural. */
export const stemOf = (key: string): string => key.replace(/_(?:one|other)$/, '')

/** `{{count}}` and the like, in the order of the alphabet. */
export const placesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted()),
]
