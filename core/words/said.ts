import type { Language } from '../settings/settings.ts'

/** The same thing said in every language. */
export type Said<Words = string> = { readonly [L in Language]: Words }

/**
 * Puts values into a sentence: `{days}` stands for a value, `{days:day|days}` for the word that goes with it when it is
 * one, or any other number.
 */
export const fill = (
  sentence: string,
  values: Readonly<Record<string, string | number | boolean | readonly string[]>>,
): string =>
  sentence.replaceAll(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = String(values[name] ?? whole)
      if (one === undefined || other === undefined) return value
      return value === '1' ? one : other
    },
  )

/** `remedy` is said first: it is what a person can do; `reason` tells why. */
export interface Advice {
  readonly remedy: string
  readonly reason: string
}
