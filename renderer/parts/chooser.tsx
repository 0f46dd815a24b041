import { Modal, TextInput } from '@mantine/core'
import { type ReactNode, useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFound } from '../state/pinyin.ts'
import styles from './chooser.module.css'

/** One of many things to choose from. */
export interface Choice {
  readonly id: string
  readonly words: string
  /** At the end of the line, such as a key. */
  readonly aside?: ReactNode
  /** Other words by which it is found, too. */
  readonly alsoFoundBy?: readonly string[]
}

/** A dialog in which a few letters find what is looked for: words in either language, or the initials of their sounds. */
export function Chooser(props: {
  readonly opened: boolean
  readonly title: string
  readonly hint: string
  readonly none: string
  readonly choices: readonly Choice[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { opened } = props
  const before = useRef<HTMLElement | null>(null)
  const [opening, setOpening] = useState({ count: 0, opened })
  // Opened again while it still fades out it begins anew.
  if (opening.opened !== opened)
    setOpening({ count: opened ? opening.count + 1 : opening.count, opened })
  const remember = useCallback(() => {
    const { activeElement } = document
    before.current = activeElement instanceof HTMLElement ? activeElement : null
  }, [])
  /** The keyboard goes back where it was before anything is done, as what is done may move it on. */
  const close = (): void => {
    props.onClose()
    before.current?.focus({ preventScroll: true })
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      returnFocus={false}
      size={560}
      title={<b className={styles['title']}>{props.title}</b>}
      closeButtonProps={{ 'aria-label': t('close'), tabIndex: -1 }}
    >
      <Choices key={opening.count} {...props} onOpened={remember} onClose={close} />
    </Modal>
  )
}

function Choices(props: Parameters<typeof Chooser>[0] & { readonly onOpened: () => void }) {
  const { onOpened } = props
  const input = useRef<HTMLInputElement>(null)
  // As soon as it is there, so that no letter is lost however fast it is typed.
  useLayoutEffect(() => {
    onOpened()
    input.current?.focus({ preventScroll: true })
  }, [onOpened])
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = props.choices.filter(({ words, alsoFoundBy = [] }) =>
    isFound(text, [words, ...alsoFoundBy]),
  )
  const active = Math.min(at, found.length - 1)
  const idOf = (index: number): string => `${listId}-${index}`
  const choose = (id: string | undefined): void => {
    if (id === undefined) return
    props.onClose()
    props.onChoose(id)
  }
  const moveTo = (index: number): void => {
    if (found.length === 0) return
    const next = (index + found.length) % found.length
    setAt(next)
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(Math.min(found.length - 1, active + 8)),
      PageUp: () => moveTo(Math.max(0, active - 8)),
      Enter: () => choose(found[active]?.id),
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    move()
  }
  return (
    <>
      <TextInput
        ref={input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : idOf(active)}
        aria-label={props.hint}
        placeholder={props.hint}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles['list']} role="listbox" aria-label={props.title}>
        {found.map((choice, index) => (
          // The text field has the keyboard and tells the reader which one is active.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={choice.id}
            id={idOf(index)}
            className={styles['choice']}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(choice.id)}
          >
            <span className={styles['words']}>{choice.words}</span>
            {typeof choice.aside === 'string' ? <small>{choice.aside}</small> : choice.aside}
          </div>
        ))}
      </div>
      <p className={styles['none']} role="status">
        {found.length === 0 && props.none}
      </p>
    </>
  )
}
