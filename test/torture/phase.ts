import type { Act } from './plan.ts'
import type { Kept, Scene } from './scene.ts'

export const phases = [
  'start',
  'intake',
  'preparing',
  'recognition',
  'storing',
  'export',
  'end',
] as const

/** What the program was at when it was killed, as far as what it left can tell. */
export type Phase = (typeof phases)[number]

interface Left {
  readonly act: Act['kind']
  readonly scene: Scene
  /** Whether the images of this run are on the list. */
  readonly isTakenIn: boolean
  /** Whether a table was begun and not put in its place. */
  readonly isExporting: boolean
}

export function phaseOf({ act, scene, isTakenIn, isExporting }: Left): Phase {
  if (isExporting) return 'export'
  if (act === 'export') return 'start'
  if (act === 'scan' && !isTakenIn) return scene.kept.length === 0 ? 'start' : 'intake'
  const running = scene.kept.filter(({ job }) => job.state.kind === 'running')
  if (running.some(isOut)) return 'recognition'
  if (running.some(({ paid }) => paid?.kind === 'answered')) return 'storing'
  return running.length > 0 ? 'preparing' : 'end'
}

const isOut = ({ paid }: Kept): boolean => paid?.kind === 'sent'
