/** What a text holds: JSON, a web page, or neither (cut off or garbled). */
export type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'page' }
  | { readonly kind: 'unreadable' }

const strings = /"(?:[^"\\]|\\[\s\S])*"/g
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f]/g

/** Reads JSON whatever it was labelled; control characters inside strings, which JSON forbids, are let through. */
export function parseJson(text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, '')
  if (/^\s*</.test(plain)) return { kind: 'page' }
  for (const candidate of [plain, plain.replace(strings, escapeControls)]) {
    try {
      return { kind: 'json', value: JSON.parse(candidate) }
    } catch {
      // The next candidate, or none of them.
    }
  }
  return { kind: 'unreadable' }
}

const escapeControls = (literal: string): string =>
  literal.replace(
    controls,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
