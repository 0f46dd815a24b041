import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { longestNote } from '../../../core/verdict/do-not-rent.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useSession } from '../../state/session-context.ts'
import { tellDone } from '../../parts/tell.ts'
import styles from './dialogs.module.css'

interface AddProps {
  readonly record: LicenseRecord
  /** What stands about the holder already. */
  readonly note?: string | undefined
  readonly onClose: () => void
}

/** Asks why, and puts the holder of a license on the do-not-rent list. */
export function AddDialog(props: AddProps & { readonly opened: boolean }) {
  const { t } = useTranslation()
  const { name } = licenseOf(props.record)
  const title = t('doNotRentAddTitle', { name: name === '' ? t('unnamed') : name })
  return (
    <Dialog opened={props.opened} onClose={props.onClose} size={460} title={title}>
      <Question record={props.record} note={props.note} onClose={props.onClose} />
    </Dialog>
  )
}

function Question({ record, note: before, onClose }: AddProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [note, setNote] = useState(before ?? '')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (licenseOf(record).id_num.trim() === '') return <p>{t('doNotRentNoNumber')}</p>
  const add = async () => {
    setAsked(true)
    if (note.trim() === '') return
    setBusy(true)
    const isAdded = await actions.addToDoNotRent(record.id, note.trim())
    setBusy(false)
    if (!isAdded) return
    if (before === undefined) tellDone(t('doNotRentAdded'))
    onClose()
  }
  return (
    <form
      className={styles['body']}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <p className={styles['quiet']}>{t('doNotRentAddText')}</p>
      <Textarea
        data-autofocus
        label={t('doNotRentNote')}
        maxLength={longestNote}
        minRows={2}
        value={note}
        error={isAsked && note.trim() === '' ? t('doNotRentNoteWanted') : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void add()
        }}
      />
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t(before === undefined ? 'doNotRentAddYes' : 'doNotRentChangeYes')}
        </Button>
      </div>
    </form>
  )
}
