import type { Language } from '../settings/settings.ts'

/** The same thing said in every language. */
export type Said<Words = string> = { readonly [L in Language]: Words }
