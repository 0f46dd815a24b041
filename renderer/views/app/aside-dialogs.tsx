import { useEffect } from 'react'
import { nextTextSize } from '../../../core/settings/text-size.ts'
import { isOfAside } from '../../state/aside.ts'
import { useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { AboutDialog } from '../help/about-dialog.tsx'
import { HelpDialog } from '../help/help-dialog.tsx'
import { ReportDialog } from '../help/report-dialog.tsx'
import { WelcomeDialog } from '../welcome/welcome-dialog.tsx'

/** What can be looked at beside the work, however it was called for. */
export function AsideDialogs({ onReading }: { readonly onReading: () => void }) {
  const { aside, settings, actions, onMenu } = useSession()
  const shown = useStore(aside)
  useEffect(
    () =>
      onMenu((item) => {
        if (!isOfAside(item)) return
        const { textSize } = settings.get()
        if (item === 'text-normal') void actions.set({ textSize: 100 })
        else if (item === 'text-larger') void actions.set({ textSize: nextTextSize(textSize, 1) })
        else if (item === 'text-smaller') void actions.set({ textSize: nextTextSize(textSize, -1) })
        else aside.send(item)
      }),
    [onMenu, settings, actions, aside],
  )
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || !event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('[aria-modal="true"]') === null) aside.send('help')
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [aside])
  const close = () => aside.send('none')
  return (
    <>
      <HelpDialog
        opened={shown === 'help'}
        onClose={close}
        onOther={(other) => aside.send(other)}
      />
      <AboutDialog opened={shown === 'about'} onClose={close} />
      <ReportDialog opened={shown === 'report'} onClose={close} />
      <WelcomeDialog opened={shown === 'welcome'} onClose={close} onReading={onReading} />
    </>
  )
}
