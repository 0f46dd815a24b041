import { createContext, useContext, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../core/settings/settings.ts'
import { everyMinute, todayHere } from '../api/clock.ts'
import { returnDateOf } from '../../core/verdict/verdict.ts'
import type { Session } from './session.ts'
import { useStore } from './use-store.ts'

const SessionContext = createContext<Session | null>(null)

export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session around this component')
  return session
}

/** Today's date, `YYYY-MM-DD`; changes at midnight. */
export const useToday = (): string => useSyncExternalStore(everyMinute, todayHere)

/** The day a rented car comes back, where rentals are judged. */
export function useReturnDate(): string | undefined {
  const { purpose } = useStore(useSession().settings)
  return returnDateOf(purpose).returnDate
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'zh' ? 'zh' : 'en'
}
