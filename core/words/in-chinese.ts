/**
 * The shape of a table of words in Chinese: the keys of the English one without the singular, which Chinese does not
 * have. A missing or an unknown key does not compile.
 */
export type InChinese<English> = {
  readonly [K in keyof English as K extends `${string}_one` ? never : K]: English[K] extends string
    ? string
    : InChinese<English[K]>
}
