import { notifications } from '@mantine/notifications'
import { wordsIn } from '../../core/words/words.ts'

/** One short sentence that goes away by itself: that something was done. */
export const tellDone = (title: string, text?: string): void => show('teal', title, text)

/** The same for what was not done, or not all of it. */
export const tell = (title: string, text?: string): void => show('yellow', title, text)

function show(color: 'teal' | 'yellow', title: string, text: string | undefined): void {
  notifications.show({
    ...(text === undefined ? { message: title } : { title, message: text }),
    color,
    withBorder: true,
    autoClose: 8000,
    closeButtonProps: { 'aria-label': wordsIn(shownIn())('close') },
  })
}

/** The language of the page, as its root says. */
const shownIn = () => (document.documentElement.lang === 'en' ? 'en' : 'zh')
