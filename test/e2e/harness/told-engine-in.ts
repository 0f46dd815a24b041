import { copyFile, cp, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Failure } from '../../../core/license/failure.ts'
import type { Readings } from '../../../core/license/reading.ts'

/** What the engine says of a picture. */
export type Told =
  | { readonly kind: 'readings'; readonly readings: Readings }
  | {
      readonly kind: 'failure'
      readonly failure: Pick<Failure, 'kind' | 'secondPage'> & { readonly detail: string }
    }

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * The built program, in a folder that the caller removes, with an engine that says what it is told, whatever the
 * pictures show.
 * @param told by the names of the pictures
 * @returns the folder of the program
 */
export async function toldProgramIn(
  folder: string,
  told: Readonly<Record<string, Told>>,
): Promise<string> {
  const engine = path.join(folder, 'dist/main')
  await cp(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true })
  await copyFile(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  const program = path.join(import.meta.dirname, 'told-engine.mjs')
  await copyFile(program, path.join(engine, 'engine-process.js'))
  await writeFile(path.join(engine, 'told.json'), JSON.stringify(told))
  return folder
}
