import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedRecord } from '../../../core/ipc/held.ts'
import { fieldNames, type FieldName } from '../../../core/license/field.ts'
import { keptIdOf } from '../../../core/license/record.ts'
import { isJudging } from '../../../core/verdict/purpose.ts'
import { sayField } from '../../../core/words/say-card.ts'
import { recognizerName } from '../../../core/words/say-reason.ts'
import { sayRecordSource } from '../../../core/words/say-source.ts'
import { imageUrl } from '../../api/desk.ts'
import { Icon } from '../../parts/icon.tsx'
import { localMinute } from '../../state/instants.ts'
import { isMaskedField } from '../../state/id-number.ts'
import { viewOf } from '../../state/license-view.ts'
import { useLanguage, useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { CardNotes } from '../fields/card-notes.tsx'
import { SecondPageLines } from '../fields/second-page.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { MaskedNumber } from '../masking/masked-number.tsx'
import { Returning } from '../people/returning.tsx'
import { AddDialog } from '../verdict/add-dialog.tsx'
import { VerdictPane } from '../verdict/verdict-pane.tsx'
import { ExportPersonDialog } from './export-person-dialog.tsx'
import { ForgetPersonDialog } from './forget-person-dialog.tsx'
import styles from './record-pane.module.css'

/** The opened record: its fields to read, its image where that is still there, and what can be done with it. */
export function RecordPane() {
  const { t } = useTranslation()
  const { records } = useSession()
  const { openId, opened, isGone } = useStore(records.store)
  if (openId === null || opened === null)
    return (
      <main className={styles['pane']} data-pane="fields">
        <p className={styles['none']}>
          {openId === null && t('recordsChoose')}
          {isGone && t('recordGone')}
        </p>
      </main>
    )
  return <Opened key={openId} opened={opened} />
}

function Opened({ opened }: { readonly opened: OpenedRecord }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useToday()
  const { records, actions, settings } = useSession()
  const { purpose } = useStore(settings)
  // There the verdict has the way to the list.
  const isRental = purpose.kind === 'rental' && isJudging(purpose)
  const [dialog, setDialog] = useState<'none' | 'export' | 'forget' | 'delete' | 'list'>('none')
  const { record, image } = opened
  const { license } = viewOf(record, today)
  const { secondPage } = record.reading
  const title = license.name === '' ? t('unnamed') : license.name
  const close = () => setDialog('none')
  const gone = () => {
    close()
    void records.open(null)
    void records.ask(records.store.get().text)
  }
  const deleteIt = async () => {
    if ((await actions.deleteRecords([record.id])) !== null) gone()
  }
  return (
    <main className={styles['pane']} data-pane="fields">
      <div className={styles['head']}>
        <div>
          <h2>{title}</h2>
          <p title={record.source.path}>
            {t('readAt', { at: localMinute(record.readAt) })} ·{' '}
            {recognizerName(record.recognizer, language)} · {sayRecordSource(record, language)}
          </p>
        </div>
        {!isRental && (
          <Button size="xs" variant="default" onClick={() => setDialog('list')}>
            {t('doNotRentAdd')}
          </Button>
        )}
      </div>
      <VerdictPane record={record} />
      <CardNotes reading={record.reading} />
      <Returning
        record={record}
        onOpen={(id) => void records.open(id)}
        onMerged={(id) => {
          void records.open(id)
          void records.ask(records.store.get().text)
        }}
      />
      <div className={styles['both']}>
        <div>
          <dl className={styles['fields']}>
            {fieldNames.map((field) => (
              <div key={field}>
                <dt>{sayField(field, language)}</dt>
                <dd data-field={field}>
                  <Value field={field} value={license[field]} recordId={record.id} />
                </dd>
              </div>
            ))}
          </dl>
          {secondPage !== undefined && (
            <SecondPageLines secondPage={secondPage} idNumber={license.id_num} />
          )}
        </div>
        <Picture
          id={record.id}
          image={image}
          turn={record.reading.image.turn}
          name={title}
          isLoose={keptIdOf(record.source.path) !== undefined}
        />
      </div>
      <div className={styles['ways']}>
        <Button variant="default" onClick={() => setDialog('export')}>
          {t('personExport')}
        </Button>
        <span className={styles['grow']} />
        <Button variant="default" onClick={() => setDialog('delete')}>
          {t('deleteThis')}
        </Button>
        <Button variant="default" onClick={() => setDialog('forget')}>
          {t('personForget')}
        </Button>
      </div>
      <AddDialog opened={dialog === 'list'} record={record} onClose={close} />
      <ExportPersonDialog opened={dialog === 'export'} recordId={record.id} onClose={close} />
      <ForgetPersonDialog
        opened={dialog === 'forget'}
        recordId={record.id}
        name={title}
        onClose={close}
        onGone={gone}
      />
      <DeleteDialog
        opened={dialog === 'delete'}
        name={license.name}
        onClose={close}
        onDelete={() => void deleteIt()}
      />
    </main>
  )
}

function Value(props: {
  readonly field: FieldName
  readonly value: string
  readonly recordId: string
}) {
  const { t } = useTranslation()
  const { field, value, recordId } = props
  if (value === '') return <span className={styles['missing']}>{t('notFound')}</span>
  if (isMaskedField(field)) return <MaskedNumber recordId={recordId} field={field} value={value} />
  return value
}

function Picture(props: {
  readonly id: string
  readonly image: OpenedRecord['image']
  readonly turn: number
  readonly name: string
  /** It came without a file. */
  readonly isLoose: boolean
}) {
  const { t } = useTranslation()
  const [isBroken, setBroken] = useState(false)
  const { id, image, name } = props
  if (image === 'there' && !isBroken)
    return (
      <figure className={styles['picture']}>
        <img
          src={imageUrl(id, 2000)}
          alt={t('imageOf', { name })}
          draggable={false}
          data-turn={props.turn}
          onError={() => setBroken(true)}
        />
      </figure>
    )
  return (
    <figure className={styles['picture']} data-missing="true">
      <Icon name="file" size={22} />
      <p>{t(image === 'changed' ? 'imageChanged' : 'imageMissing')}</p>
      <small>{t(props.isLoose ? 'imageNotKeptLoose' : 'imageNotKept')}</small>
    </figure>
  )
}
