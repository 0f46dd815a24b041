import { useTranslation } from 'react-i18next'
import { Question } from '../../parts/question.tsx'

/** Asks before a record is deleted for good. */
export function DeleteDialog(props: {
  readonly opened: boolean
  /** On the license, `''` when it was not read. */
  readonly name: string
  readonly onClose: () => void
  readonly onDelete: () => void
}) {
  const { t } = useTranslation()
  const { name, opened, onClose, onDelete } = props
  const asked = {
    title: t('deleteTitle'),
    text: name === '' ? t('deleteText') : t('deleteTextOf', { name }),
    yes: t('deleteYes'),
    onYes: onDelete,
    no: t('deleteNo'),
    onNo: onClose,
  }
  return <Question asked={opened ? asked : null} onClose={onClose} />
}
