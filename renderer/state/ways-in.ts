import type { Channel } from '../../core/ipc/channels.ts'
import type {
  DeskApi,
  DocumentPages,
  Input,
  IntakeReport,
  Output,
} from '../../core/ipc/contract.ts'
import type { WatchChange } from '../../core/intake/watch.ts'
import { meantOf } from './brought-in.ts'
import type { SessionStores } from './session-stores.ts'

/** A larger one is not even looked at. */
const mostLooseBytes = 40 * 1024 * 1024

/** How a document of several pages is taken in. */
type DocumentWish = Pick<Input<'intake:add'>, 'pages' | 'password'>

/** Every way in which images come to the desk. */
export interface WaysIn {
  readonly add: (paths: readonly string[]) => Promise<void>
  /** Pages of a document, or a locked one; null, here and below, when the desk did not carry it out. */
  readonly addDocument: (path: string, wish: DocumentWish) => Promise<IntakeReport | null>
  /** Opens a document of which some pages are left, so that they can be looked at; null where that cannot be done. */
  readonly openPages: (path: string) => Promise<DocumentPages | null>
  readonly pick: (what: 'files' | 'folder') => Promise<void>
  readonly addSamples: () => Promise<void>
  /** Takes in dropped or pasted files: by their path, or, where they have none, by what is in them. */
  readonly addFiles: (
    files: readonly File[],
    nameless: string,
    way: 'dropped' | 'pasted',
  ) => Promise<void>
  /** Asks what was refused while nobody was there to be told. */
  readonly readRefused: () => Promise<void>
  readonly dismissRefused: () => Promise<void>
  /** Whether the person lets the window see through the camera. */
  readonly openCamera: () => Promise<boolean>
  readonly closeCamera: () => Promise<void>
  readonly readWatch: () => Promise<void>
  /** Has a person choose the folder that is watched. */
  readonly chooseWatch: () => Promise<void>
  readonly changeWatch: (change: WatchChange) => Promise<void>
  readonly stopWatch: () => Promise<void>
}

/** @param ask carries out a call, and tells where the desk did not */
export function createWaysIn(
  desk: Pick<DeskApi, 'pathOf'>,
  stores: Pick<SessionStores, 'intake' | 'watch'>,
  ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C> | null>,
): WaysIn {
  const takeIn = async (call: () => Promise<Output<'intake:pick'>>): Promise<void> => {
    stores.intake.send({ kind: 'began' })
    stores.intake.send({ kind: 'ended', report: await call() })
  }
  const add = (paths: readonly string[]): Promise<void> =>
    takeIn(() => ask('intake:add', { paths: [...paths] }))
  const addBytes = async (file: File, name: string): Promise<void> => {
    if (file.size > mostLooseBytes) {
      const refused = [{ path: name, name, kind: 'too-many-bytes', found: '' }] as const
      stores.intake.send({ kind: 'refused', refused })
      return
    }
    const bytes = await file.bytes()
    await takeIn(() => ask('intake:image', { name, bytes }))
  }
  /** What did not come of it is told; how it stands then is asked anew. */
  const showWatch = async (
    channel: 'watch:state' | 'watch:choose' | 'watch:stop',
  ): Promise<void> => {
    await ask(channel, null)
    stores.watch.send(await ask('watch:state', null))
  }
  /** Pages that were chosen of documents that then asked for their password. */
  const chosen = new Map<string, DocumentWish>()
  return {
    add,
    addDocument: async (path, wish) => {
      stores.intake.send({ kind: 'began' })
      const report = await ask('intake:add', { paths: [path], ...chosen.get(path), ...wish })
      const isLocked = report?.refused.some(({ kind }) => kind === 'password-needed') === true
      if (!isLocked) chosen.delete(path)
      else if (wish.pages !== undefined) chosen.set(path, { pages: wish.pages })
      if (report !== null && !isLocked) stores.intake.send({ kind: 'answered', paths: [path] })
      stores.intake.send({ kind: 'ended', report })
      return report
    },
    openPages: (path) => ask('intake:pages', { path }),
    pick: (what) => takeIn(() => ask('intake:pick', { what })),
    addSamples: () => takeIn(() => ask('intake:samples', null)),
    async addFiles(given, nameless, way) {
      const places = given.map((file) => desk.pathOf(file))
      const files = way === 'pasted' ? meantOf(given, places) : given
      const paths = files.map((file) => desk.pathOf(file))
      const known = paths.filter((path) => path !== '')
      // What has no file is nowhere else: it does not wait until all files were looked at.
      const added = known.length > 0 ? add(known) : undefined
      for (const [index, file] of files.entries())
        if (paths[index] === '') await addBytes(file, nameOfLoose(file, nameless))
      await added
    },
    readRefused: async () => {
      const refused = await ask('intake:refused', null)
      if (refused !== null) stores.intake.send({ kind: 'refused', refused })
    },
    dismissRefused: async () => {
      stores.intake.send({ kind: 'dismissed' })
      await ask('intake:seen', null)
    },
    openCamera: async () => (await ask('camera:open', null)) === true,
    closeCamera: async () => void (await ask('camera:close', null)),
    readWatch: async () => stores.watch.send(await ask('watch:state', null)),
    chooseWatch: () => showWatch('watch:choose'),
    changeWatch: async (change) => {
      await ask('watch:change', change)
      stores.watch.send(await ask('watch:state', null))
    },
    stopWatch: () => showWatch('watch:stop'),
  }
}

/** Browsers call what has no name of its own so. */
const nameOfLoose = ({ name }: File, nameless: string): string =>
  name === '' || /^(image|blob)(\.\w+)?$/i.test(name) ? nameless : name.slice(0, 200)
