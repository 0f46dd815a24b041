import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  licensesIn,
  onlyWay,
  overTime,
  sharesByField,
  sharesOfAll,
  type Span,
  spans,
  type Way,
  waysIn,
} from '../../../core/figures/shares.ts'
import type { ExportOutcome } from '../../../core/ipc/contract.ts'
import type { FiguresFound } from '../../../core/ipc/people.ts'
import { useSession } from '../../state/session-context.ts'
import { FieldFigures, TimeFigures } from './figures-tables.tsx'
import { FiguresPlot } from './figures-plot.tsx'
import { Page } from './page.tsx'
import { percent } from './percent.ts'
import { useWalk } from './use-walk.ts'
import { Walking } from './walking.tsx'
import { Written } from './written.tsx'
import styles from './overview.module.css'

/** How well licenses are read in this shop, by what people confirmed and corrected. */
export function FiguresPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { actions } = useSession()
  const [span, setSpan] = useState<Span>('week')
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)
  const { walk, stop, again } = useWalk(actions.readFigures)
  const found = walk.kind === 'done' ? walk.answer : null
  const isEmpty = found !== null && sharesOfAll(found.rows).total === 0
  return (
    <Page
      title={t('openFigures')}
      onBack={onBack}
      ways={
        <Button
          disabled={found === null || isEmpty}
          title={t('figuresExportText')}
          onClick={async () => setOutcome(await actions.exportFigures(span))}
        >
          {t('figuresExport')}
        </Button>
      }
    >
      <Written outcome={outcome} />
      {walk.kind !== 'done' && <Walking walk={walk} onStop={stop} onAgain={again} />}
      {isEmpty && (
        <div className={styles['empty']}>
          <b>{t('figuresNone')}</b>
          <p className={styles['quiet']}>{t('figuresNoneText')}</p>
        </div>
      )}
      {found !== null && !isEmpty && <Figures found={found} span={span} onSpan={setSpan} />}
    </Page>
  )
}

function Figures(props: {
  readonly found: FiguresFound
  readonly span: Span
  readonly onSpan: (span: Span) => void
}) {
  const { t } = useTranslation()
  const { found, span } = props
  const [way, setWay] = useState<Way>('all')
  const words = {
    all: 'wayAll',
    offline: 'wayOffline',
    wechat: 'wayWechat',
    both: 'wayBoth',
  } as const
  const rows = onlyWay(found.rows, way)
  const shares = sharesOfAll(rows)
  const { total, right, counts } = shares
  const points = overTime(rows, span)
  const ways = waysIn(found.rows)
  return (
    <>
      <div className={styles['choices']}>
        {ways.length > 1 && (
          <>
            <span id="way">{t('figuresWay')}</span>
            <SegmentedControl<Way>
              aria-labelledby="way"
              transitionDuration={100}
              value={way}
              data={(['all', ...ways] as const).map((value) => ({ value, label: t(words[value]) }))}
              onChange={setWay}
            />
          </>
        )}
        <span id="span">{t('figuresSpan')}</span>
        <SegmentedControl<Span>
          aria-labelledby="span"
          transitionDuration={100}
          value={span}
          data={spans.map((value) => ({
            value,
            label: t(value === 'week' ? 'spanWeek' : 'spanMonth'),
          }))}
          onChange={props.onSpan}
        />
        <p className={styles['quiet']} role="status">
          {t('figuresOf', { values: total, count: licensesIn(rows) })}
        </p>
      </div>
      <dl className={styles['shares']}>
        <Share part={right} total={total} words={t('shareRight')} tone="good" />
        <Share part={counts.inVain} total={total} words={t('shareInVain')} tone="look" />
        <Share part={counts.caught} total={total} words={t('shareCaught')} tone="none" />
        <Share part={counts.slipped} total={total} words={t('shareSlipped')} tone="bad" />
      </dl>
      <p className={styles['quiet']}>
        {t('figuresText')} {found.ofDeleted > 0 && t('figuresDeleted', { count: found.ofDeleted })}
      </p>
      <section className={styles['over']}>
        <h2>{t('figuresOverTime')}</h2>
        <div className={styles['plotted']}>
          <FiguresPlot points={points} span={span} />
          <TimeFigures points={points.toReversed()} span={span} />
        </div>
      </section>
      <section className={styles['over']}>
        <h2>{t('figuresByField')}</h2>
        <FieldFigures fields={sharesByField(rows)} />
      </section>
    </>
  )
}

function Share(props: {
  readonly part: number
  readonly total: number
  readonly words: string
  readonly tone: 'good' | 'look' | 'bad' | 'none'
}) {
  return (
    <div data-tone={props.tone}>
      <dt>{props.words}</dt>
      <dd>
        {percent(props.part, props.total)} <small>{props.part}</small>
      </dd>
    </div>
  )
}
