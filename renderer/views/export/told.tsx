import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../core/result.ts'
import { exportAdviceOf } from '../../../core/words/say-advice.ts'
import type { IconName } from '../../parts/icon.tsx'
import type { ExportState } from '../../state/export-state.ts'
import { finishedOf, type Row } from '../../state/rows.ts'
import { useLanguage, useSession } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import styles from './export-dialog.module.css'

type ToldState = Extract<ExportState, { kind: 'told' }>
type Outcome<K extends ToldState['outcome']['kind']> = Extract<ToldState['outcome'], { kind: K }>

export interface ToldProps {
  readonly told: ToldState
  readonly rows: readonly Row[]
  readonly onLook: () => void
  readonly onClose: () => void
}

export function titleOfTold({ outcome, wish }: ToldState) {
  const titles = {
    written: ['check', 'good', wish.to === 'folder' ? 'exportHandedTitle' : 'exportDone'],
    copied: ['check', 'good', 'exportCopied'],
    nothing: ['eye', 'look', 'exportNothingTitle'],
    locked: ['lock', 'look', 'lockedTitle'],
    failed: ['cross', 'bad', 'exportFailed'],
  } as const satisfies Record<string, readonly [IconName, string, string]>
  return titles[outcome.kind]
}

/** What became of an export, and what can be done next. */
export function Told(props: ToldProps) {
  const { outcome } = props.told
  switch (outcome.kind) {
    case 'written':
      return <Written {...props} outcome={outcome} />
    case 'copied':
      return <Copied {...props} outcome={outcome} />
    case 'nothing':
      return <Nothing {...props} outcome={outcome} />
    case 'locked':
      return <Locked {...props} outcome={outcome} />
    case 'failed':
      return <Failed {...props} outcome={outcome} />
    default:
      return unreachable(outcome)
  }
}

function Written({ told, rows, outcome, onClose }: ToldProps & { outcome: Outcome<'written'> }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { wish } = told
  const { already, changed, leftOut, rare } = outcome
  const count = outcome.rows
  return (
    <Body
      path={outcome.path}
      said={t(wish.to === 'folder' ? 'exportHandedText' : 'exportDoneText', { count })}
      notes={[
        ...(already === undefined ? [] : [t('exportAlready', { count: already })]),
        ...(changed === undefined ? [] : [t('exportChanged', { count: changed })]),
        ...(leftOut === undefined ? [] : [t('exportLeftOut', { count: leftOut })]),
        ...(rare === undefined ? [] : [t('exportRare', { characters: [...rare].join(' ') })]),
      ]}
    >
      <Button variant="default" onClick={() => void actions.reveal(outcome.path)}>
        {t('showInFolder')}
      </Button>
      <PutAway rows={rows} recordIds={wish.recordIds} onClose={onClose} />
      <Button data-autofocus onClick={onClose}>
        {t('close')}
      </Button>
    </Body>
  )
}

function Copied({ told, rows, outcome, onClose }: ToldProps & { outcome: Outcome<'copied'> }) {
  const { t } = useTranslation()
  const { leftOut } = outcome
  return (
    <Body
      said={t('exportCopiedText', { count: outcome.rows })}
      notes={leftOut === undefined ? [] : [t('exportLeftOut', { count: leftOut })]}
    >
      <PutAway rows={rows} recordIds={told.wish.recordIds} onClose={onClose} />
      <Button data-autofocus onClick={onClose}>
        {t('close')}
      </Button>
    </Body>
  )
}

function Nothing({ told, outcome, onLook, onClose }: ToldProps & { outcome: Outcome<'nothing'> }) {
  const { t } = useTranslation()
  const words = told.wish.to === 'folder' ? 'handoverNothingText' : 'exportNothingText'
  return (
    <Body said={t(words, { count: outcome.leftOut })}>
      <Button variant="default" onClick={onClose}>
        {t('close')}
      </Button>
      <Button
        data-autofocus
        onClick={() => {
          onClose()
          onLook()
        }}
      >
        {t('goLook')}
      </Button>
    </Body>
  )
}

/** Where it has to be that very file, as that of the day, no other name is offered. */
function Locked({ told, outcome }: ToldProps & { outcome: Outcome<'locked'> }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { path, offered } = outcome
  const isOnly = offered === ''
  return (
    <Body path={isOnly ? path : offered} said={t(isOnly ? 'lockedDaily' : 'lockedText')}>
      <Button
        {...(isOnly ? { 'data-autofocus': true } : { variant: 'default' })}
        onClick={() => void actions.exportTo(told.wish, isOnly ? null : path)}
      >
        {t('lockedAgain')}
      </Button>
      {!isOnly && (
        <Button data-autofocus onClick={() => void actions.exportTo(told.wish, offered)}>
          {t('lockedOther')}
        </Button>
      )}
    </Body>
  )
}

function Failed({ told, outcome, onClose }: ToldProps & { outcome: Outcome<'failed'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { actions, settings } = useSession()
  const { reason, characters } = outcome
  const words = exportAdviceOf(reason, language)
  const { exportDaily } = useStore(settings)
  const isChosen = told.wish.to === 'file' && !exportDaily
  return (
    <Body
      path={outcome.path}
      said={
        <>
          <strong>{words.reason}</strong>
          <br />
          {words.remedy}
        </>
      }
      notes={
        characters === undefined ? [] : [t('exportLost', { characters: [...characters].join(' ') })]
      }
    >
      <Button variant="default" onClick={onClose}>
        {t('close')}
      </Button>
      <Button data-autofocus onClick={() => void actions.exportTo(told.wish, null)}>
        {t(isChosen && !wholeAgain.has(reason) ? 'exportElsewhere' : 'lockedAgain')}
      </Button>
    </Body>
  )
}

/** Another place does not help. */
const wholeAgain: ReadonlySet<string> = new Set(['other-columns', 'not-a-table', 'not-in-encoding'])

/** What is done with may leave the list. */
function PutAway(props: {
  readonly rows: readonly Row[]
  readonly recordIds: readonly string[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const finished = finishedOf(props.rows, props.recordIds)
  if (finished.length === 0) return null
  return (
    <Button
      variant="default"
      title={t('putAwayText')}
      onClick={() => {
        void actions.putAway(finished)
        props.onClose()
      }}
    >
      {t('putAwayAll', { count: finished.length })}
    </Button>
  )
}

function Body(props: {
  readonly said: ReactNode
  readonly notes?: readonly string[]
  readonly path?: string
  readonly children: ReactNode
}) {
  const { said, notes = [], path = '', children } = props
  return (
    <div className={styles['body']}>
      <p>{said}</p>
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {path !== '' && <p className={styles['path']}>{path}</p>}
      <div className={styles['buttons']}>{children}</div>
    </div>
  )
}
