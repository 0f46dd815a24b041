/** Full-width letters, digits and punctuation become plain, dashes `-`, middle dots `·`; marks without a shape go. */
export const plainForms = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[•・∙⋅●‧]/g, '·')

/** Drops every kind of white space. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '')

/** Stands in a value for a character that was not given; no card has it printed. */
export const noCharacter = '□'
