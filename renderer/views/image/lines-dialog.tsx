import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldName } from '../../../core/license/field.ts'
import { valueInLine } from '../../../core/license/line-value.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { Chooser } from '../../parts/chooser.tsx'
import { useLanguage } from '../../state/session-context.ts'
import type { Lines } from './use-lines.ts'

/** The lines of text in the image, to be taken over into a field without a mouse. */
export function LinesDialog(props: {
  /** Null: not shown. */
  readonly field: FieldName | null
  readonly lines: Lines
  readonly onTake: (field: FieldName, text: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { field, lines } = props
  const { ask } = lines
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    if (field === null) return
    void ask().then((found) => setFailed(found === null))
  }, [field, ask])
  const choices = (field === null ? [] : (lines.known ?? [])).map(({ text }, index) => {
    const value = field === null ? '' : valueInLine(field, text)
    const aside = value === text ? undefined : value === '' ? t('lineFitsNotShort') : `→ ${value}`
    return { id: String(index), words: text, aside, isUsable: value !== '' }
  })
  const usable = choices.toSorted((one, other) => Number(other.isUsable) - Number(one.isUsable))
  const none = isFailed ? 'imageFailed' : lines.known === null ? 'linesReading' : 'paletteNone'
  return (
    <Chooser
      opened={field !== null}
      title={t('linesTitle', { field: field === null ? '' : sayField(field, language) })}
      hint={t('linesHint')}
      none={t(none)}
      choices={usable}
      onChoose={(id) => {
        const text = lines.known?.[Number(id)]?.text
        if (field !== null && text !== undefined) props.onTake(field, text)
      }}
      onClose={props.onClose}
    />
  )
}
