import path from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { requireLibraries } from './libraries.ts'
import { addVcRuntime } from './vc-runtime.ts'

/** electron-builder's last step before fuses and signing: completes a package, and refuses one that cannot work. */
export async function finish(context: AfterPackContext): Promise<void> {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  if (context.electronPlatformName === 'win32') await addVcRuntime(resources)
  await requireLibraries(path.resolve(resources), context.electronPlatformName)
}
