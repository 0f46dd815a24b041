import { fstat } from 'node:fs'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/settings/settings.ts'
import { sayWith, wordsIn } from '../../../core/words/words.ts'
import { isImage } from '../../engine/decode/is-image.ts'
import { codeOf } from '../../files/code-of.ts'
import { isSame, isWithin, type Standing, standingAt } from '../../files/standing.ts'
import { isAddress } from '../../intake/address.ts'
import { exitCodes, type Stop } from '../exit-codes.ts'
import type { DataPlace } from '../held-arguments.ts'
import { isOurs, type OutputKind, outputKinds } from './is-ours.ts'
import { cannotWrite } from './prepare-output.ts'

/** What a command reads, keeps and writes; all paths are absolute. */
export interface Places {
  readonly inputs: readonly string[]
  readonly data?: DataPlace
  /** `-` is standard output. */
  readonly json?: string
  readonly csv?: string
  readonly xlsx?: string
  /** The descriptor of standard output, where something is written to it. */
  readonly standardOutput?: number
  /** Whether a file is replaced that is none of ours. */
  readonly force: boolean
  readonly language: Language
}

/** Refuses by name what would destroy something, before anything is read or written. */
export async function checkOutputs(places: Places): Promise<Result<null, Stop>> {
  const { language } = places
  const problem = await problemOf(places)
  if (problem === undefined) return ok(null)
  if ('error' in problem) return fail(cannotWrite(problem.path, problem.error, language))
  const { key, ...values } = problem
  const message = sayWith(language, `output:refused.${key}`, values)
  return fail({ exitCode: exitCodes.wrongUsage, message })
}

type Problem =
  | { readonly key: 'isOutput'; readonly path: string; readonly other: string }
  /** What the system said instead of what stands there. */
  | { readonly path: string; readonly error: unknown }
  | {
      readonly key:
        | 'isInput'
        | 'isImage'
        | 'isFolder'
        | 'isNoFile'
        | 'isKept'
        | 'isForeign'
        | 'dataIsFile'
        | 'dataIsInput'
      readonly path: string
    }

/** What stands at a path that a person named. */
interface Named {
  readonly path: string
  readonly standing: Standing
}

interface Written {
  /** What it is told by, such as an option. */
  readonly by: string
  readonly standing: Standing
}

interface StandardOutput extends Named {
  readonly standing: Extract<Standing, { kind: 'file' }>
}

interface Surroundings {
  readonly read: readonly Named[]
  readonly data: Named | undefined
  /** What is written besides. */
  readonly written: readonly Written[]
  readonly force: boolean
}

async function problemOf(places: Places): Promise<Problem | undefined> {
  const { inputs, force } = places
  const read = await Promise.all(inputs.filter((input) => !isAddress(input)).map(named))
  const data = places.data && (await named(places.data.folder))
  const key = places.data?.keyFile === undefined ? undefined : await named(places.data.keyFile)
  const problem = problemOfData(data, key, read)
  if (problem !== undefined) return problem

  const output = await standardOutput(places)
  if (output !== undefined && output.standing.stats.size > 0n && isAmong(read, output))
    return { key: 'isInput', path: output.path }
  const written: Written[] = []
  if (key !== undefined) written.push({ by: '--key-file', standing: key.standing })
  if (output !== undefined) written.push({ by: output.path, standing: output.standing })
  for (const kind of outputKinds) {
    const path = places[kind]
    if (path === undefined || path === '-') continue
    try {
      const file = { path, standing: await standingAt(path) }
      const found = await problemOfOutput(file, kind, { read, data, written, force })
      if (found !== undefined) return found
      written.push({ by: `--${kind}`, standing: file.standing })
    } catch (error) {
      const code = codeOf(error)
      if (code === '') throw error
      // What another program holds is written under another name in the end.
      if (code !== 'EBUSY') return { path, error }
    }
  }
  return undefined
}

function problemOfData(
  data: Named | undefined,
  key: Named | undefined,
  read: readonly Named[],
): Problem | undefined {
  if (data === undefined) return undefined
  const { path, standing } = data
  if (standing.kind !== 'folder' && standing.kind !== 'nothing') return { key: 'dataIsFile', path }
  if (isAmong(read, data)) return { key: 'dataIsInput', path }
  if (key?.standing.kind === 'folder') return { key: 'isFolder', path: key.path }
  return undefined
}

async function problemOfOutput(
  file: Named,
  kind: OutputKind,
  { read, data, written, force }: Surroundings,
): Promise<Problem | undefined> {
  const { path, standing } = file
  if (standing.kind === 'folder') return { key: 'isFolder', path }
  if (standing.kind === 'other') return { key: 'isNoFile', path }
  if (isAmong(read, file) && !(await isTable(standing, kind))) return { key: 'isInput', path }
  const same = written.find((other) => isSame(other.standing, standing))
  if (same !== undefined) return { key: 'isOutput', path, other: same.by }
  if (standing.kind === 'device') return undefined
  const isKept =
    data !== undefined && 'place' in data.standing && isWithin(standing.place, data.standing.place)
  if (isKept) return { key: 'isKept', path }
  if (standing.kind === 'nothing') return undefined
  if (await isImage(standing.place)) return { key: 'isImage', path }
  return force || (await isOurs(standing.place, kind)) ? undefined : { key: 'isForeign', path }
}

/** One that the shell named with all that is in a folder is no image, and is passed over. */
const isTable = async (standing: Standing, kind: OutputKind): Promise<boolean> =>
  standing.kind === 'file' && standing.stats.size > 0n && (await isOurs(standing.place, kind))

const isAmong = (some: readonly Named[], one: Named): boolean =>
  some.some((other) => isSame(other.standing, one.standing))

/** What the system does not tell of is told when it is read or opened. */
async function named(path: string): Promise<Named> {
  const nothing: Standing = { kind: 'nothing', place: path }
  return { path, standing: await standingAt(path).catch(() => nothing) }
}

/** Standard output, where it is a file; in what the shell emptied for it, nothing is to be read any more. */
async function standardOutput({
  standardOutput: descriptor,
  language,
}: Places): Promise<StandardOutput | undefined> {
  if (descriptor === undefined) return undefined
  const stats = await promisify(fstat)(descriptor, { bigint: true }).catch(() => undefined)
  if (stats?.isFile() !== true) return undefined
  const path = wordsIn(language)('output:standardOutput')
  return { path, standing: { kind: 'file', place: '', stats } }
}
