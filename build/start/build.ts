import path from 'node:path'
import { createBuilder } from 'vite'

/** Builds page, main process, engine and preload into `dist/`; throws when that fails. */
export async function buildProgram(root: string): Promise<void> {
  const builder = await createBuilder({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
  })
  await builder.buildApp()
}
