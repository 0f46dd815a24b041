import { TextInput } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog } from './dialog.tsx'
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
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      size={560}
      title={props.title}
      closeButtonProps={{ tabIndex: -1 }}
    >
      <Choices {...props} />
    </Dialog>
  )
}

function Choices(props: Parameters<typeof Chooser>[0]) {
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
    // The keyboard is where it was before anything is done, as what is done may move it on.
    flushSync(props.onClose)
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
