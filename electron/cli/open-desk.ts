import { randomUUID } from 'node:crypto'
import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import { ok, type Result } from '../../core/result.ts'
import type { Judging } from '../../core/verdict/verdict.ts'
import { createDesk, type Desk } from '../desk/desk.ts'
import { EngineHost } from '../recognizers/offline/engine-host.ts'
import { listedIn } from '../records/do-not-rent.ts'
import { withKeptImages } from '../recognizers/offline/kept-images.ts'
import { createDocumentReader, createPreview } from '../recognizers/offline/offline.ts'
import { createMemoryStores } from '../store/memory-stores.ts'
import type { ScanOptions } from './arguments.ts'
import type { Environment } from './environment.ts'
import { chooseForCommand } from './choose-for-command.ts'
import { deleteOlder } from './delete-older.ts'
import { startEngine } from './early-engine.ts'
import type { Stop } from './exit-codes.ts'
import type { DataPlace } from './held-arguments.ts'
import { type HeldData, openData, type OpenDataParts } from './open-data.ts'
import type { Terminal } from './terminal.ts'
import { type TimedRecognizer, timed } from './timed-recognizer.ts'
import { judgingRental } from './verdict-line.ts'

/** The same desk as the window's, without one. */
export interface CommandDesk {
  readonly desk: Desk
  readonly recognizer: TimedRecognizer
  /** By what licenses are judged, with the do-not-rent list that is kept; nothing where no rental is asked for. */
  readonly judging: Judging | undefined
  /** Waits for the calls that are out, unless it is to hurry, and lets go of everything. */
  readonly close: (hurry: AbortSignal) => Promise<void>
}

/** Composes the desk that a command line asks for; else what a person has to do first, in words. */
export async function openDesk(
  options: ScanOptions,
  environment: Environment,
  terminal: Terminal,
): Promise<Result<CommandDesk, Stop>> {
  const host = new EngineHost(startEngine)
  if (options.engine === 'offline' || options.engine === 'auto') host.warm()
  const now = (): Date => new Date()
  const { language } = options
  const data =
    options.data === undefined
      ? ok({ stores: createMemoryStores(), close: () => Promise.resolve() })
      : await openKept(options.data, { environment, terminal, language, now })
  if (!data.ok) {
    host.close()
    return data
  }
  const { stores } = data.value
  const engine = withKeptImages(host, (id) => stores.images.get(id))
  const chosen = await chooseForCommand(options, {
    host: engine,
    environment,
    configFolder: configFolder(environment),
    terminal,
    now,
    stores,
  })
  if (!chosen.ok) {
    host.close()
    await data.value.close()
    return chosen
  }
  const recognizer = timed(chosen.value.recognizer)
  const desk = createDesk({
    stores,
    who: userInfo().username,
    recognizer: () => recognizer,
    takesAddresses: () => options.engine === 'wechat-address',
    leftOut: ownFiles(options),
    concurrency: () => chosen.value.concurrency,
    preview: createPreview(engine),
    documents: createDocumentReader(engine),
    now,
    newId: randomUUID,
    joinsPages: !options.splitPages,
  })
  return ok({
    desk,
    recognizer,
    judging: options.rental && judgingRental(options.rental, listedIn(stores.doNotRent)),
    async close(hurry) {
      await desk.close(hurry)
      host.close()
      await chosen.value.close()
      await data.value.close()
    },
  })
}

/** With what is older than these records are kept deleted from it. */
async function openKept(place: DataPlace, parts: OpenDataParts): Promise<Result<HeldData, Stop>> {
  const opened = await openData(place, parts)
  if (opened.ok) await deleteOlder(opened.value, place, parts)
  return opened
}

/** What the command line writes, or keeps: no image to read. */
const ownFiles = ({ json, csv, xlsx, tsv, data }: ScanOptions): readonly string[] =>
  [json, tsv, csv, xlsx, data?.folder, data?.keyFile].flatMap((file) =>
    file === '-' ? '/dev/stdout' : (file ?? []),
  )

/** Where programs keep what belongs to a person on this system. */
const configFolder = (environment: Environment): string =>
  path.join(
    environment['XDG_CONFIG_HOME'] ?? environment['APPDATA'] ?? path.join(homedir(), '.config'),
    'LicenseDesk',
  )
