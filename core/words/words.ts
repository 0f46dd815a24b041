import { createInstance, type i18n, type ParseKeys, type TFunction } from 'i18next'
import type { Language } from '../settings/settings.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screen'
    resources: typeof en
  }
}

type Area = keyof typeof en

type Spoken = readonly ['screen', ...Area[]]

/** `area:key`; without an area it is a key of the screen. */
export type Key = ParseKeys<Spoken>

/** Says what stands at a key, with the values that it names; `count` chooses between one and several. */
export type Words = TFunction<Spoken>

/** Everything that people are told, in a language that may be changed later on. */
export function createWords(language: Language): i18n {
  const words = createInstance()
  void words.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'screen',
    ns: Object.keys(en),
    resources: { zh, en },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return words
}

const all = createWords('zh')

const spoken: Readonly<Record<Language, Words>> = {
  zh: all.getFixedT('zh'),
  en: all.getFixedT('en'),
}

/** The same in one language that stays. */
export const wordsIn = (language: Language): Words => spoken[language]

/** For one key of several, with the values that came along: which of them it names is not checked here. */
export const sayWith = (
  language: Language,
  key: Key,
  values: Readonly<Record<string, unknown>>,
): string => loosely(spoken[language], key, values)

const loosely = (say: (...said: never) => string, ...said: readonly unknown[]): string =>
  Reflect.apply(say, undefined, said)
