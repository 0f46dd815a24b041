/** Texts side by side in one line, and lines in one text: whatever they hold, they come out again as they were. */
export const lineOf = (...parts: readonly string[]): string => parts.map(escaped).join('\t')

export const partsOf = (line: string): string[] => {
  const parts = line.split('\t')
  return line.includes('\\') ? parts.map(unescaped) : parts
}

export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\0': '\\0',
}
const originals = Object.fromEntries(
  Object.entries(escapes).map(([character, escape]) => [escape, character]),
)

/** What separates texts must not stand in them. */
const separators = /[\\\t\n\0]/g
export const escaped = (text: string): string =>
  text.replaceAll(separators, (character) => escapes[character] ?? character)
const unescaped = (text: string): string =>
  text.replaceAll(/\\[\\tn0]/g, (escape) => originals[escape] ?? escape)
