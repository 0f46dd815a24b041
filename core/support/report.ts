import type { Job } from '../jobs/job.ts'
import type { Settings } from '../settings/settings.ts'

/** What a report for support tells of; nothing of it names a person, a file or a folder, and no secret is among it. */
export interface ReportParts {
  /** UTC instant, ISO 8601. */
  readonly at: string
  /** Of the program, of what it runs on, and of the system. */
  readonly versions: readonly { readonly name: string; readonly version: string }[]
  /** Of the PC, such as the number of its processors. */
  readonly machine: Readonly<Record<string, string | number>>
  readonly settings: Settings
  readonly hasPin: boolean
  /** How many secrets of the WeChat account are kept; null where the account cannot be asked. */
  readonly secretsKept: number | null
  /** `open`, or why the records are shut. */
  readonly records: string
  /** Null while the records are shut. */
  readonly desk: { readonly jobs: readonly Pick<Job, 'state'>[]; readonly pause: string } | null
  /** The fault log. */
  readonly faults: string
}

/** What a person set, but for paths and texts of their own. */
const toldSettings = [
  'language',
  'appearance',
  'contrast',
  'textSize',
  'headings',
  'engine',
  'spend',
  'whenSpent',
  'agreedToSend',
  'keepDays',
  'lockMinutes',
  'maskNumbers',
] as const satisfies readonly (keyof Settings)[]

const mostFaults = 60

/** A line that the fault log writes: an instant, a word or two, the name of an error, its code, places in the program. */
const faultLine =
  /^\d{4}-\d\d-\d\dT[\d:.]+Z [a-z][a-z-]{0,20}(?: [a-z][a-z-]{0,30})?(?: [A-Za-z]{1,40})?(?: [A-Z_]{2,40})?(?: at [\w.-]{1,60}\.[cm]?[jt]s:\d+:\d+)*$/

/** The report as text, a line for each thing; lines of the log that are not of the kind that it writes are left out. */
export function composeReport(parts: ReportParts): string {
  const { settings, desk } = parts
  return [
    `LicenseDesk report ${parts.at}`,
    ...section(
      'versions',
      parts.versions.map(({ name, version }) => [name, version]),
    ),
    ...section('machine', Object.entries(parts.machine)),
    ...section('settings', [
      ...toldSettings.map((name) => [name, settings[name]] as const),
      ['exportFolder', settings.exportFolder === '' ? 'not set' : 'set'],
      ['pin', parts.hasPin ? 'set' : 'not set'],
      ['secretsKept', parts.secretsKept ?? 'not known'],
    ]),
    ...section('records', [['state', parts.records]]),
    ...section('list', desk === null ? [] : [['pause', desk.pause], ...countStates(desk.jobs)]),
    '',
    '[faults]',
    ...faultsIn(parts.faults),
    '',
  ].join('\n')
}

type Line = readonly [name: string, value: string | number | boolean]

const section = (title: string, lines: readonly Line[]): string[] => [
  '',
  `[${title}]`,
  ...(lines.length === 0 ? ['none'] : lines.map(([name, value]) => `${name}: ${String(value)}`)),
]

function countStates(jobs: readonly Pick<Job, 'state'>[]): Line[] {
  const counts = new Map<string, number>()
  for (const { state } of jobs) {
    const failed = state.kind === 'failed' || state.kind === 'unknown'
    const name = failed ? `${state.kind} ${state.failure.kind}` : state.kind
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function faultsIn(log: string): string[] {
  const all = log.split('\n').filter((line) => line !== '')
  const sound = all.filter((line) => faultLine.test(line))
  const last = sound.slice(-mostFaults)
  const odd = all.length - sound.length
  return [
    ...(all.length === 0 ? ['none'] : last),
    ...(sound.length > last.length ? [`older: ${sound.length - last.length}`] : []),
    ...(odd > 0 ? [`left out: ${odd}`] : []),
  ]
}
