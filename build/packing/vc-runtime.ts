import { copyFile } from 'node:fs/promises'
import path from 'node:path'

/** What onnxruntime imports from Microsoft's C++ runtime, which a fresh Windows does not have. */
export const vcRuntime = [
  'msvcp140.dll',
  'msvcp140_1.dll',
  'msvcp140_atomic_wait.dll',
  'vcruntime140.dll',
  'vcruntime140_1.dll',
] as const

/**
 * Puts the C++ runtime beside onnxruntime's library in a Windows package: that folder is the first that Windows
 * searches for what a loaded library imports. Throws when a file is missing.
 *
 * @param resources the packed program's resources folder
 * @param source where the files are: by default what `LICENSE_DESK_VC_RUNTIME` says, else the building Windows itself
 */
export async function addVcRuntime(resources: string, source = runtimeFolder()): Promise<void> {
  const target = path.join(
    resources,
    'app.asar.unpacked/node_modules/onnxruntime-node/bin/napi-v6/win32/x64',
  )
  for (const file of vcRuntime) await copyFile(path.join(source, file), path.join(target, file))
}

function runtimeFolder(): string {
  const given = process.env['LICENSE_DESK_VC_RUNTIME']
  if (given !== undefined) return given
  const windows = process.env['SystemRoot']
  if (windows === undefined) {
    throw new Error(
      'Packing for Windows elsewhere needs LICENSE_DESK_VC_RUNTIME, a folder with its C++ runtime',
    )
  }
  return path.join(windows, 'System32')
}
