const escape = /_x[0-9A-Fa-f]{4}_/g
/** What would be taken for the beginning of one, also where two share a sign. */
const beginning = /_(?=x[0-9A-Fa-f]{4}_)/g
/** What XML cannot hold, and the carriage return that it would take for a line feed. */
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

const hex = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** Text as a workbook holds it: `_xHHHH_` stands for one character, and for itself only when its `_` is so written. */
export const escapeCell = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(beginning, '_x005F_')
    .replaceAll(unfit, (unit) => `_x${hex(unit)}_`)

export const unescapeCell = (text: string): string =>
  text.replaceAll(escape, (whole) => String.fromCharCode(Number.parseInt(whole.slice(2, 6), 16)))

/** `A`, `B` … `Z`, `AA` … of a column, counted from 0. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}

/** Counted from 0; -1 where the place names no column. */
export function columnOf(place: string): number {
  const letters = /^[A-Z]+/.exec(place)?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
