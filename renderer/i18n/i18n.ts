import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language, Settings } from '../../core/settings/settings.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screen'
    resources: { screen: typeof en }
  }
}

/** @param preferred the system's languages, best first, such as `zh-CN`. */
export function languageOf(set: Settings['language'], preferred: readonly string[]): Language {
  if (set !== 'system') return set
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0])
  return known.find((tag) => tag === 'zh' || tag === 'en') === 'zh' ? 'zh' : 'en'
}

export async function createWords(language: Language): Promise<i18n> {
  const words = createInstance()
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'screen',
    resources: { zh: { screen: zh }, en: { screen: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return words
}
