import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { EventPayload } from '../../core/ipc/contract.ts'
import { fail, ok } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import { networkServer } from '../intake/network-server.ts'
import { refuse } from '../intake/refuse.ts'
import type { ShownDocument } from '../intake/shown-document.ts'
import type { Confirm } from './confirm.ts'
import type { TurnedAway } from '../intake/turned-away.ts'
import type { Answers } from './serve.ts'

export interface IntakeParts {
  readonly desk: Pick<Desk, 'add' | 'addImage'>
  readonly turnedAway: TurnedAway
  readonly shownDocument: Pick<ShownDocument, 'open'>
  /** Opens the system's dialog; no paths when the person closed it. */
  readonly pick: (what: 'files' | 'folder') => Promise<readonly string[]>
  /** Asked again when the dialog is closed: it may have stood open longer than the desk. */
  readonly isLocked: () => boolean
  readonly confirm: Confirm
  readonly platform: NodeJS.Platform
  readonly samplesFolder: string
  readonly onProgress: (progress: EventPayload<'intake:progress'>) => void
}

type IntakeChannel =
  | 'intake:add'
  | 'intake:image'
  | 'intake:pick'
  | 'intake:samples'
  | 'intake:refused'
  | 'intake:seen'
  | 'intake:pages'

export function intakeAnswers({
  desk,
  turnedAway,
  shownDocument,
  pick,
  isLocked,
  confirm,
  platform,
  samplesFolder,
  onProgress,
}: IntakeParts): Pick<Answers, IntakeChannel> {
  const confirmed = new Set<string>()

  /** What the person said stands for this run. */
  async function mayOpen(server: string): Promise<boolean> {
    if (confirmed.has(server)) return true
    if (!(await confirm([{ kind: 'network-server', server }]))) return false
    confirmed.add(server)
    return true
  }

  /** The page may name paths on this PC; a person alone, those on another. */
  async function closedAmong(paths: readonly string[]): Promise<ReadonlySet<string>> {
    const byServer = Map.groupBy(paths, (one) => networkServer(one, platform))
    const closed = new Set<string>()
    for (const [server, there] of byServer)
      if (server !== undefined && !(await mayOpen(server))) for (const one of there) closed.add(one)
    return closed
  }

  return {
    'intake:add': async ({ paths, ...wish }) => {
      const closed = await closedAmong(paths)
      const refused = [...closed].map((one) => refuse(one, 'no-permission'))
      turnedAway.add(refused)
      if (isLocked()) return fail({ kind: 'locked', detail: 'intake:add' })
      const open = paths.filter((one) => !closed.has(one))
      if (open.length === 0) return ok({ accepted: 0, refused })
      const report = await desk.add(open, onProgress, wish)
      return ok({ ...report, refused: [...report.refused, ...refused] })
    },
    'intake:image': async ({ bytes, name }) => ok(await desk.addImage(bytes, name)),
    'intake:pick': async ({ what }) => {
      const paths = await pick(what)
      if (isLocked()) return fail({ kind: 'locked', detail: 'intake:pick' })
      return ok(paths.length === 0 ? null : await desk.add(paths, onProgress))
    },
    'intake:samples': async () => ok(await desk.add(await imagesIn(samplesFolder), onProgress)),
    'intake:refused': async () => ok([...turnedAway.all()]),
    'intake:seen': async () => {
      turnedAway.seen()
      return ok(null)
    },
    'intake:pages': async (asked) => ok((await shownDocument.open(asked.path)) ?? null),
  }
}

/** The sample images; their truth files and notes are no images and stay where they are. */
async function imagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => /\.(jpe?g|png|webp|tiff?|bmp)$/i.test(name))
    .toSorted()
    .map((name) => path.join(folder, name))
}
