import { notifications } from '@mantine/notifications'
import { wordsIn } from '../../core/words/words.ts'

/** One short sentence that goes away by itself. */
export function tell(title: string, text?: string): void {
  notifications.show({
    ...(text === undefined ? { message: title } : { title, message: text }),
    color: 'yellow',
    withBorder: true,
    autoClose: 8000,
    closeButtonProps: { 'aria-label': wordsIn(shownIn())('close') },
  })
}

/** The language of the page, as its root says. */
const shownIn = () => (document.documentElement.lang === 'en' ? 'en' : 'zh')
