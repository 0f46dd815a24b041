import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtectWish } from '../../../core/ipc/lock.ts'
import { useSession } from '../../state/session-context.ts'

/** Sends a change of the protection and says, in words, why it was not taken. */
export function useProtect(onDone: () => void): {
  readonly trouble: string | null
  readonly isBusy: boolean
  readonly send: (wish: ProtectWish) => Promise<void>
  readonly forget: () => void
} {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (wish: ProtectWish): Promise<void> => {
    setBusy(true)
    const outcome = await actions.protect(wish)
    setBusy(false)
    if (outcome === null) return
    if (outcome.kind === 'done') return onDone()
    if (outcome.kind === 'failed') return setTrouble(t('protectFailed'))
    const wait =
      outcome.waitMs > 0 ? t('waitSeconds', { count: Math.ceil(outcome.waitMs / 1000) }) : ''
    setTrouble([outcome.kind === 'wrong' ? t('wrongPin') : '', wait].filter(Boolean).join(' · '))
  }
  return { trouble, isBusy, send, forget: () => setTrouble(null) }
}
