import path from 'node:path'
import { buildProgram } from '../../build/start/build.ts'
import { isBuilt } from '../../build/start/freshness.ts'

/** What is tested is what stands in the work tree. */
export default async function buildFirst(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..')
  if (!isBuilt(root)) await buildProgram(root)
}
