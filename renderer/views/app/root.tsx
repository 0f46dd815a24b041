import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Settings } from '../../../core/settings/settings.ts'
import { languageOf } from '../../../core/words/language-of.ts'
import { Notes } from '../../parts/notes.tsx'
import { DeskProvider } from '../../state/desk-context.tsx'
import type { Session } from '../../state/session.ts'
import { SessionProvider } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { dressContrast } from '../../theme/contrast.ts'
import { theme } from '../../theme/theme.ts'
import { App } from './app.tsx'
import { Guard } from './guard.tsx'

/** The window with its words, its palette and its session. */
export function Root({ session, words }: { readonly session: Session; readonly words: i18n }) {
  const settings = useStore(session.settings)
  useEffect(() => {
    void words.changeLanguage(languageOf(settings.language, navigator.languages))
  }, [words, settings.language])
  useEffect(() => dressContrast(settings), [settings])
  useEffect(() => {
    const label = () => {
      document.documentElement.lang = words.language === 'zh' ? 'zh-CN' : 'en'
      document.title = words.t('appName')
    }
    label()
    words.on('languageChanged', label)
    return () => words.off('languageChanged', label)
  }, [words])
  return (
    <Frame words={words} appearance={settings.appearance}>
      <SessionProvider value={session}>
        <DeskProvider>
          <App />
        </DeskProvider>
      </SessionProvider>
    </Frame>
  )
}

/** Everything around a screen; also serves the screens that have no session. */
export function Frame(props: {
  readonly words: i18n
  readonly appearance: Settings['appearance']
  readonly children: ReactNode
}) {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, {
    getInitialValueInEffect: false,
  })
  const { appearance } = props
  const scheme = appearance === 'system' ? (systemDark ? 'dark' : 'light') : appearance
  return (
    <I18nextProvider i18n={props.words}>
      {/* Without its generated variables and classes Mantine adds no style element: the policy stays strict. */}
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <Notes />
        <Guard>{props.children}</Guard>
      </MantineProvider>
    </I18nextProvider>
  )
}
