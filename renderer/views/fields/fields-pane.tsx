import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FieldName, fieldNames } from '../../../core/license/field.ts'
import type { Finding } from '../../../core/license/finding.ts'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { causeOfReading } from '../../../core/retake/causes.ts'
import { sayRecordSource } from '../../../core/words/say-source.ts'
import { type LicenseView, sinceBefore, viewOf, viewWhileTyping } from '../../state/license-view.ts'
import { typedBefore } from '../../state/history.ts'
import { commonScale } from '../../state/crop-plan.ts'
import { candidatesOf, originOf } from '../../state/provenance.ts'
import { markedRegionOf } from '../../state/marked-region.ts'
import { noteOn } from '../../state/quiet-notes.ts'
import { useLanguage, useReturnDate, useSession, useToday } from '../../state/session-context.ts'
import { useStore } from '../../state/use-store.ts'
import { RetakeNote } from '../retake/retake-note.tsx'
import { Returning } from '../people/returning.tsx'
import { CardNotes } from './card-notes.tsx'
import { Missed } from './missed.tsx'
import { cropHeight } from '../../parts/crop.tsx'
import { FieldRow } from './field-row.tsx'
import { useReadBefore } from './use-read-before.ts'
import { ValidityRow } from './validity-row.tsx'
import { SecondPageLines } from './second-page.tsx'
import { VerdictPane } from '../verdict/verdict-pane.tsx'
import { Verdict } from './verdict.tsx'
import styles from './fields-pane.module.css'

export interface FieldsPaneProps {
  readonly record: LicenseRecord
  readonly image: HTMLImageElement | null
  readonly cropWidth: number
  /** Goes on to the next license that has something to look at; false when there is none. */
  readonly onNextLicense: () => boolean
  readonly onPutAway: () => void
  /** Asks before the record is deleted. */
  readonly onDelete: () => void
  /** It is being read once more. */
  readonly isReadAgain: boolean
  readonly onReadAgain: () => void
}

/** Where the keyboard comes to rest when nothing is to be looked at: the number above it would be shown by that. */
const fieldToRest: FieldName = 'name'

/** The eleven fields of one license: quiet when sure, open when not. */
export function FieldsPane(props: FieldsPaneProps) {
  const { record, image, cropWidth, onNextLicense } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useToday()
  const { actions, desk, history, selection, spoken, drafts } = useSession()
  const { field: focused, grab, target } = useStore(selection)
  const all = useStore(drafts)
  const typed = useMemo(
    () => all.filter(({ recordId }) => recordId === record.id),
    [all, record.id],
  )
  const draftOf = (field: FieldName) => typed.find((draft) => draft.field === field)
  const past = useStore(history)
  /** The field of which every value that it may have is shown. */
  const [choosing, setChoosing] = useState<FieldName | null>(null)
  const inputs = useRef(new Map<FieldName, HTMLElement>())
  /** Fields whose decisions are not written down yet: whoever is faster than that does not come back to them. */
  const beingDecided = useRef(new Set<FieldName>())
  /** The field in which the keyboard is. */
  const writtenIn = useRef<FieldName | null>(null)
  const returnDate = useReturnDate()
  const view = viewOf(record, today, returnDate)
  const before = useReadBefore(record)
  const shown = useMemo(() => {
    const now = typed.length === 0 ? view : viewWhileTyping(record, today, typed, returnDate)
    return before === null ? now : sinceBefore(now, today, licenseOf(before))
  }, [typed, view, record, today, returnDate, before])

  const cropScale = useMemo(
    () =>
      commonScale(
        fieldNames.flatMap((field) => record.reading.fields[field].boxes),
        cropHeight,
      ),
    [record.reading],
  )

  const focus = useCallback((field: FieldName) => {
    const input = inputs.current.get(field)
    input?.focus({ preventScroll: true })
    input?.closest('[data-field]')?.scrollIntoView({ block: 'nearest' })
  }, [])

  // An input that takes the place of another, as where the valid period comes together, takes the keyboard over.
  useLayoutEffect(() => {
    const field = writtenIn.current
    if (field !== null && inputs.current.get(field) !== document.activeElement) focus(field)
  })

  useEffect(() => {
    if (!grab) return
    selection.send({ kind: 'grabbed' })
    const first = viewOf(record, today, returnDate).look.keys().next().value ?? fieldToRest
    focus(target ?? first)
  }, [grab, target, record, today, returnDate, selection, focus])

  // An input that is taken out of the page is not left first.
  useEffect(() => () => void actions.saveDrafts(), [actions])

  const undo = (field: FieldName): void => {
    const draft = draftOf(field)
    if (draft !== undefined) drafts.send({ kind: 'settled', draft })
  }

  const step = (from: FieldName, by: 1 | -1, only: (field: FieldName) => boolean): boolean => {
    const at = fieldNames.indexOf(from)
    const inTurn = by === 1 ? fieldNames.slice(at + 1) : fieldNames.slice(0, at).toReversed()
    const next = inTurn.find(only)
    if (next !== undefined) focus(next)
    return next !== undefined
  }
  const isLook = (field: FieldName) => view.look.has(field)

  const confirm = (field: FieldName): void => {
    const draft = draftOf(field)
    const value = draft?.typed ?? view.license[field]
    const taken =
      draft !== undefined || isLook(field)
        ? actions.decide({ recordId: record.id, field, typed: value })
        : undefined
    goOn(field, taken)
  }
  /** To the next place to look at, from the top again; behind the last one, once it is taken down, to the next license. */
  const goOn = (field: FieldName, taken: Promise<boolean> | undefined): void => {
    if (taken !== undefined) {
      beingDecided.current.add(field)
      void taken.finally(() => beingDecided.current.delete(field))
    }
    const others = [...view.look.keys()].filter(
      (candidate) => candidate !== field && !beingDecided.current.has(candidate),
    )
    const at = fieldNames.indexOf(field)
    const next = others.find((candidate) => fieldNames.indexOf(candidate) > at) ?? others[0]
    if (next !== undefined) focus(next)
    else if (isLook(field)) void taken?.then((isTaken) => isTaken && leaveFor(field))
  }
  /** Unless somebody turned to something else meanwhile, or it has to be looked at still. */
  const leaveFor = (field: FieldName): void => {
    const now = desk.get().records.get(record.id)
    const isStill = now === undefined || viewOf(now, today, returnDate).look.size > 0
    if (writtenIn.current !== field || isStill) return
    if (!onNextLicense()) spoken.send(t('allLooked'))
  }

  const onKeyDown = (field: FieldName, event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      setChoosing(field)
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    if (key === 'Enter') {
      event.preventDefault()
      confirm(field)
    } else if (key === 'Escape' && draftOf(field) !== undefined) {
      event.stopPropagation()
      undo(field)
    } else if (key === 'Tab' && view.look.size > 0) {
      const moved = event.shiftKey ? step(field, -1, isLook) : step(field, 1, isLook)
      if (moved || (!event.shiftKey && isLook(field) && onNextLicense())) event.preventDefault()
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (step(field, key === 'ArrowDown' ? 1 : -1, () => true)) event.preventDefault()
    }
  }

  const firstLook = view.look.keys().next().value
  const rowProps = (field: FieldName) => ({
    field,
    record,
    image,
    cropWidth,
    cropScale,
    value: draftOf(field)?.typed ?? view.license[field],
    dirty: draftOf(field) !== undefined,
    reasons: view.look.get(field) ?? [],
    findings: findingsOn(field, shown),
    note: noteOn(field, shown, record.reading.fields[field]),
    focused: focused === field,
    stop: isLook(field) || (firstLook === undefined && field === fieldToRest),
    hold: (input: HTMLElement | null) => {
      if (input === null) inputs.current.delete(field)
      else inputs.current.set(field, input)
    },
    onFocus: () => {
      writtenIn.current = field
      selection.send({ kind: 'focus', field })
    },
    onType: (value: string) => {
      if (value === view.license[field]) undo(field)
      else drafts.send({ kind: 'typed', draft: { recordId: record.id, field, typed: value } })
    },
    onLeave: () => {
      writtenIn.current = null
      const draft = draftOf(field)
      if (draft !== undefined) void actions.decide(draft)
    },
    onKeyDown: (event: React.KeyboardEvent) => onKeyDown(field, event),
    onConfirm: () => confirm(field),
    onUse: (value: string) => {
      const draft = { recordId: record.id, field, typed: value }
      drafts.send({ kind: 'typed', draft })
      writtenIn.current = field
      goOn(field, actions.decide(draft))
    },
    candidates: candidatesOf(
      record,
      field,
      view.look.get(field) ?? [],
      typedBefore(past, record.id, field),
    ),
    origin: originOf(record, field),
    choosing: choosing === field,
    onChoosing: (isOpen: boolean) => {
      setChoosing(isOpen ? field : null)
      if (!isOpen) focus(field)
    },
    onRestore: () => {
      undo(field)
      void actions.revert(record.id, field)
      focus(field)
    },
  })

  const together = !isLook('valid_from') && !isLook('valid_to')
  return (
    <section className={styles['pane']} aria-label={t('fields')} data-pane="fields">
      <VerdictPane record={record} />
      <Verdict record={record} view={view} />
      <CardNotes reading={record.reading} />
      <Retake record={record} image={image} />
      <Returning key={record.id} record={record} isBrief />
      <Missed record={record} isUnderWay={props.isReadAgain} onAgain={props.onReadAgain} />
      <div className={styles['fields']}>
        {fieldNames.map((field) => {
          if (together && field === 'valid_to') return null
          if (together && field === 'valid_from')
            return (
              <ValidityRow key={field} from={rowProps('valid_from')} to={rowProps('valid_to')} />
            )
          return <FieldRow key={field} {...rowProps(field)} />
        })}
      </div>
      {record.reading.secondPage !== undefined && (
        <SecondPageLines
          secondPage={record.reading.secondPage}
          idNumber={view.license.id_num}
          record={record}
        />
      )}
      <p className={styles['source']}>
        <span title={record.source.path}>{sayRecordSource(record, language)}</span>
        <span className={styles['ways']}>
          {view.look.size === 0 && (
            <button type="button" title={t('putAwayText')} onClick={props.onPutAway}>
              {t('putAway')}
            </button>
          )}
          <button type="button" onClick={props.onDelete}>
            {t('deleteRecord')}
          </button>
        </span>
      </p>
    </section>
  )
}

/** What to ask of the customer where the picture was hard to read. */
function Retake({ record, image }: Pick<FieldsPaneProps, 'record' | 'image'>) {
  const { reading } = record
  const cause = useMemo(() => causeOfReading(reading), [reading])
  const region = useMemo(() => markedRegionOf(reading), [reading])
  if (cause === null) return null
  const { image: full } = reading
  const marked = image === null || region === null ? null : { image, full, turn: full.turn, region }
  return <RetakeNote cause={cause} marked={marked} isOpen={false} />
}

/** The findings of the field itself, and those of others for which it must be looked at. */
function findingsOn(field: FieldName, view: LicenseView): readonly Finding[] {
  const reasons = view.look.get(field) ?? []
  return view.findings.filter(
    (finding) =>
      finding.field === field ||
      reasons.some(
        (reason) =>
          reason.kind === 'finding' &&
          reason.finding.rule === finding.rule &&
          reason.finding.field === finding.field,
      ),
  )
}
