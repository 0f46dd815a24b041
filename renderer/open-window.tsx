import { createRoot } from 'react-dom/client'
import type { DeskApi } from '../core/ipc/contract.ts'
import { createWords, languageOf } from './i18n/i18n.ts'
import { createSession } from './state/session.ts'
import { Stopped } from './views/app/guard.tsx'
import { Frame, Root } from './views/app/root.tsx'
import { tell } from './views/app/tell.ts'

/** Composition root of the window: settings, then words, then the session, then the screen. */
export async function openWindow(host: Element, desk: DeskApi | undefined): Promise<void> {
  const root = createRoot(host)
  const settings = await desk?.call('settings:read', null)
  const set = settings?.ok ? settings.value.language : 'system'
  const words = await createWords(languageOf(set, navigator.languages))
  if (desk === undefined || settings === undefined)
    return root.render(
      <Frame words={words} appearance="system">
        <Stopped title="lostTitle" text="lostText" />
      </Frame>,
    )
  if (!settings.ok)
    return root.render(
      <Frame words={words} appearance="system">
        <Stopped title="problemTitle" text="problemText" detail={settings.error.detail} />
      </Frame>,
    )
  const session = createSession(desk, settings.value, (problem) =>
    tell(words.t('problemTitle'), `${words.t('problemText')} (${problem.kind}: ${problem.detail})`),
  )
  root.render(<Root session={session} words={words} />)
}
