import { notifications } from '@mantine/notifications'
import type { Language } from '../../core/settings/settings.ts'
import { wordsIn } from '../../core/words/words.ts'

/** Whoever tells something has no component around, and the page says which language it is in. */
const languageOfPage = (): Language =>
  document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'

/** One short sentence that goes away by itself. */
export function tell(title: string, text?: string): void {
  notifications.show({
    ...(text === undefined ? { message: title } : { title, message: text }),
    color: 'yellow',
    closeButtonProps: { 'aria-label': wordsIn(languageOfPage())('screen:close') },
    withBorder: true,
    autoClose: 8000,
  })
}
