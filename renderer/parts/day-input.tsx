import { TextInput, type TextInputProps } from '@mantine/core'
import { useLanguage } from '../state/session-context.ts'

/** Where year, month and day stand in the order in which the desk writes every date. */
const places = { zh: 'zh-CN', en: 'en-CA' } as const

/** A day on the wall, `YYYY-MM-DD`, typed or chosen from a calendar; `''` where none is given. */
export function DayInput(asked: TextInputProps) {
  return <TextInput {...asked} type="date" lang={places[useLanguage()]} />
}
