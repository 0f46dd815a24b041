import { Button } from '@mantine/core'
import { Dialog } from './dialog.tsx'
import styles from './question.module.css'

/** What is asked before something is done, and the two ways on. */
export interface Asked {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly onYes: () => void
  /** The way that does less; it has the keyboard. */
  readonly no: string
  readonly onNo: () => void
}

/** Asks before something is done; null: nothing is. */
export function Question(props: { readonly asked: Asked | null; readonly onClose: () => void }) {
  const { asked } = props
  return (
    <Dialog opened={asked !== null} onClose={props.onClose} size={460} title={asked?.title}>
      {asked !== null && (
        <>
          <p>{asked.text}</p>
          <div className={styles['buttons']}>
            <Button variant="default" onClick={asked.onYes}>
              {asked.yes}
            </Button>
            <Button data-autofocus onClick={asked.onNo}>
              {asked.no}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
