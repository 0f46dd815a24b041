import { notifications } from '@mantine/notifications'
import { createElement, type ReactNode } from 'react'
import { wordsIn } from '../../core/words/words.ts'
import { Icon } from './icon.tsx'

/** One short sentence that goes away by itself: that something was done. It takes the place of the one before. */
export const tellDone = (title: string, text?: string): void => showDone(said(title, text))

/** The same for what was not done, or not all of it: it stands before what was done, and nothing takes its place. */
export const tell = (title: string, text?: string): void =>
  void notifications.show({ ...said(title, text), ...manner('look'), priority: 1 })

let lastDone = ''

/** As `tellDone` does, with more than words in it. */
export function showDone(note: Said): void {
  hideDone()
  lastDone = notifications.show({ ...note, ...manner('good') })
}

export const hideDone = (): void => void notifications.hide(lastDone)

interface Said {
  readonly title?: string
  readonly message: ReactNode
}

const said = (title: string, text?: string): Said =>
  text === undefined ? { message: title } : { title, message: text }

const manner = (tone: 'good' | 'look') => ({
  withBorder: true,
  autoClose: 10_000,
  className: `told-${tone}`,
  icon: createElement(Icon, { name: tone === 'good' ? 'check' : 'alert' }),
  closeButtonProps: { 'aria-label': wordsIn(shownIn())('close'), size: 24 },
})

/** The language of the page, as its root says. */
const shownIn = () => (document.documentElement.lang === 'en' ? 'en' : 'zh')
