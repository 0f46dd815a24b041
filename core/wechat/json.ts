/** What a text holds: JSON, a web page, or neither (cut off or garbled). */
export type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'page' }
  | { readonly kind: 'unreadable' }

/** An end of the text ends a string too, so that no place is looked at twice, however long the text. */
const strings = /"(?:[^"\\]+|\\[\s\S]?)*(?:"|$)/g
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f]/g

/** Reads JSON whatever it was labelled; control characters inside strings, which JSON forbids, are let through. */
export function parseJson(text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, '')
  if (/^\s*</.test(plain)) return { kind: 'page' }
  return tryJson(plain) ?? tryJson(plain.replace(strings, escapeControls)) ?? { kind: 'unreadable' }
}

function tryJson(text: string): Parsed | undefined {
  try {
    return { kind: 'json', value: JSON.parse(text, withAllDigits) }
  } catch {
    return undefined
  }
}

/** A whole number too long for a number is its digits. */
const withAllDigits = (_: string, value: unknown, { source = '' }: Written = {}): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
    ? source
    : value

/** What the engine tells of a value beside it. */
interface Written {
  readonly source?: string
}

const escapeControls = (literal: string): string =>
  literal.replace(
    controls,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
