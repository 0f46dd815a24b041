import { Button, Loader, TextInput } from '@mantine/core'
import { type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pagesNamed, textOfPages } from '../../../core/intake/chosen-pages.ts'
import { mostPages, rangesIn } from '../../../core/intake/page-ranges.ts'
import type { DocumentPages, Refusal } from '../../../core/ipc/contract.ts'
import { useDesk } from '../../state/desk-context.tsx'
import { useSession } from '../../state/session-context.ts'
import { pagesOnList } from '../../state/pages-on-list.ts'
import styles from './document-dialog.module.css'
import { PageGrid } from './page-grid.tsx'
import grid from './page-grid.module.css'

interface PagesFormProps {
  readonly document: Refusal
  readonly onCancel: () => void
}

/** Which pages of a long document come in: by looking at them, or by their numbers. */
export function PagesForm({ document: { path, name, pages }, onCancel }: PagesFormProps) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const taken = pagesOnList(useDesk(), path)
  const opened = useOpened(path)
  const { last = 0, of = 0 } = pages ?? {}
  const [text, setText] = useState(last < of ? `${last + 1}-${Math.min(of, last + mostPages)}` : '')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const chosen = pagesNamed(text, of)

  const write = (now: string) => {
    setWrong('')
    setText(now)
  }
  const choose = (now: ReadonlySet<number>) => {
    const said = textOfPages(now)
    // More scattered pages than one text may name are not chosen at once.
    if (said === '' || rangesIn(said).ok) write(said)
  }
  const read = async () => {
    const found = rangesIn(text)
    if (!found.ok) return setWrong(t('pagesOdd', { odd: found.error.odd }))
    if (chosen.size === 0) return setWrong(t('pagesNone', { of }))
    setBusy(true)
    await actions.addDocument(path, { pages: [...found.value] })
    setBusy(false)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void read()
  }

  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <TextInput
        data-autofocus
        label={t('pagesLabel', { name })}
        description={t('pagesHint', { example: '3, 101-150', of, most: mostPages })}
        maxLength={1200}
        value={text}
        error={wrong === '' ? null : wrong}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {opened === 'opening' && (
        <p className={grid['shut']}>
          <Loader size={18} /> {t('pagesOpening')}
        </p>
      )}
      {opened === null && <p className={grid['shut']}>{t('pagesShut')}</p>}
      {opened !== null && opened !== 'opening' && (
        <PageGrid
          document={opened.id}
          count={opened.pages.length}
          chosen={chosen}
          taken={placesOf(taken, opened.pages)}
          label={t('pagesGrid', { name })}
          onChoose={choose}
          onSubmit={() => void read()}
        />
      )}
      <div className={styles['foot']}>
        <span role="status" data-over={chosen.size > mostPages}>
          {chosen.size > mostPages
            ? t('pagesOver', { count: chosen.size, most: mostPages })
            : t('pagesChosen', { count: chosen.size })}
        </span>
        <Button variant="subtle" disabled={text === ''} onClick={() => write('')}>
          {t('pagesClear')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          {t('pagesAdd')}
        </Button>
      </div>
    </form>
  )
}

/** Null where its pages cannot be shown. */
function useOpened(path: string): DocumentPages | null | 'opening' {
  const { actions } = useSession()
  const [opened, setOpened] = useState<DocumentPages | null | 'opening'>('opening')
  useEffect(() => {
    let isGone = false
    const open = async (): Promise<void> => {
      const found = await actions.openPages(path)
      if (!isGone) setOpened(found)
    }
    void open()
    return () => {
      isGone = true
    }
  }, [actions, path])
  return opened
}

const placesOf = (taken: ReadonlySet<number>, pages: readonly number[]): ReadonlySet<number> =>
  new Set(pages.flatMap((page, at) => (taken.has(page) ? [at + 1] : [])))
