import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { DoNotRentEntries } from './do-not-rent-entries.tsx'
import { PolicyRules } from './policy-rules.tsx'
import { PurposeQuestion, typedOf } from './purpose-question.tsx'

/** What can be set about verdicts. */
export type JudgingPage = 'purpose' | 'policy' | 'do-not-rent'

const titles = {
  purpose: 'purposeTitle',
  policy: 'policyTitle',
  'do-not-rent': 'doNotRentTitle',
} as const satisfies Record<JudgingPage, string>

/** One dialog with three pages: whoever looks at another comes back to the one that was opened first. */
export function JudgingDialog(props: {
  readonly opened: JudgingPage | null
  readonly onClose: () => void
}) {
  const { opened, onClose } = props
  const { t } = useTranslation()
  const [turnedTo, setTurnedTo] = useState<JudgingPage | null>(null)
  const close = () => {
    setTurnedTo(null)
    onClose()
  }
  const page = turnedTo ?? opened
  return (
    <Dialog
      opened={opened !== null}
      onClose={close}
      size={500}
      title={page !== null && t(titles[page])}
    >
      {page !== null && (
        <Pages
          page={page}
          onTurn={setTurnedTo}
          onLeave={turnedTo === null ? close : () => setTurnedTo(null)}
        />
      )}
    </Dialog>
  )
}

function Pages(props: {
  readonly page: JudgingPage
  readonly onTurn: (page: JudgingPage) => void
  readonly onLeave: () => void
}) {
  const { page, onTurn, onLeave } = props
  const { settings } = useSession()
  const [typed, setTyped] = useState(() => typedOf(settings.get().purpose))
  return (
    <>
      {page === 'purpose' && (
        <PurposeQuestion
          typed={typed}
          onType={setTyped}
          onClose={onLeave}
          onPolicy={() => onTurn('policy')}
          onList={() => onTurn('do-not-rent')}
        />
      )}
      {page === 'policy' && <PolicyRules onLeave={onLeave} />}
      {page === 'do-not-rent' && <DoNotRentEntries onLeave={onLeave} />}
    </>
  )
}
