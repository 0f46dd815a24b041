import { useTranslation } from 'react-i18next'
import type { FieldReading } from '../../../core/license/reading.ts'
import { recognizerName } from '../../../core/words/say-reason.ts'
import { useLanguage } from '../../state/session-context.ts'

/** Who read a value, in words; nothing where only one reader looked at the card, or none found anything. */
export function useReaders({ readBy = [] }: FieldReading): string | undefined {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = readBy.map((reader) => recognizerName(reader, language))
  const [first] = names
  if (first === undefined) return undefined
  return names.length === 1
    ? t('readByOne', { reader: first })
    : t('readByAll', { readers: names.join(t('and')) })
}
