import { createRoot } from 'react-dom/client'
import type { DeskApi, Problem } from '../core/ipc/contract.ts'
import { languageOf } from '../core/words/language-of.ts'
import { createWords } from '../core/words/words.ts'
import { everyActivity } from './api/activity.ts'
import { type GateEvent, type GateState, screenOf, stepGate } from './state/gate-state.ts'
import { createSession, type Session } from './state/session.ts'
import { createStore } from './state/store.ts'
import { Stopped } from './views/app/guard.tsx'
import { Frame, Root } from './views/app/root.tsx'
import { tell } from './parts/tell.ts'
import { followContrast } from './theme/contrast.ts'
import { Entrance } from './views/entrance/entrance.tsx'

/** Composition root of the window: settings, then words, then whatever stands before the desk, then the desk. */
export async function openWindow(host: Element, desk: DeskApi | undefined): Promise<void> {
  const root = createRoot(host)
  const settings = await desk?.call('settings:read', null)
  const set = settings?.ok ? settings.value.language : 'system'
  const words = createWords(languageOf(set, navigator.languages))
  if (desk === undefined || settings === undefined)
    return root.render(
      <Frame words={words} appearance="system">
        <Stopped title="lostTitle" text="lostText" />
      </Frame>,
    )
  const stop = (problem: Problem): void =>
    root.render(
      <Frame words={words} appearance="system">
        <Stopped title="problemTitle" text="problemText" detail={problem.detail} />
      </Frame>,
    )
  if (!settings.ok) return stop(settings.error)
  const [lock, vault] = await Promise.all([
    desk.call('lock:state', null),
    desk.call('vault:state', null),
  ])
  if (!lock.ok) return stop(lock.error)
  if (!vault.ok) return stop(vault.error)

  const gate = createStore<GateState, GateEvent>(
    { lock: lock.value, vault: vault.value, leaving: null },
    stepGate,
  )
  const onProblem = (problem: Problem): void => {
    // What was under way when it was locked has nobody to tell.
    if (problem.kind === 'locked') return
    const { t } = words
    if (problem.kind === 'disk-full') return tell(t('keepReason'), t('keepRemedyDisk'))
    if (problem.kind === 'store-failed') return tell(t('keepReason'), t('keepRemedyStore'))
    tell(t('problemTitle'), `${t('problemText')} (${problem.kind}: ${problem.detail})`)
  }
  let last = settings.value
  let session: Session | undefined
  /** Nothing of a session is left in the page while it is locked. */
  const show = (): void => {
    const screen = screenOf(gate.get())
    if (screen.kind === 'desk') {
      session ??= createSession(desk, last, gate, onProblem)
      return root.render(<Root session={session} words={words} />)
    }
    last = session?.settings.get() ?? last
    session?.stop()
    session = undefined
    root.render(
      <Frame words={words} appearance={last.appearance}>
        <Entrance screen={screen} desk={desk} gate={gate} />
      </Frame>,
    )
  }
  gate.subscribe(show)
  followContrast(() => session?.settings.get() ?? last)
  desk.on('lock:changed', (state) => gate.send({ kind: 'lock', lock: state }))
  desk.on('program:leaving', ({ calls }) => gate.send({ kind: 'leaving', calls }))
  desk.on('lock:due', () => void session?.actions.lock())
  everyActivity(() => void desk.call('lock:active', null))
  show()
}
