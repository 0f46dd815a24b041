import type { en } from './en.ts'

/** Chinese has no singular. */
type Key = Exclude<keyof typeof en, `${string}_one`>

/** A missing or an unknown text does not compile. */
export type ScreenWords = { readonly [K in Key]: string }
