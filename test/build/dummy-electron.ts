import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as resedit from 'resedit'

/** What @electron/fuses looks for in a real binary; the fuses follow it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The wire of an Electron as it is delivered: version 1, nine fuses, Node's doors open. */
const wire = Buffer.concat([
  Buffer.from(sentinel),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
  Buffer.alloc(64),
])

/**
 * A folder that electron-builder takes for an unpacked Electron: locales and a "binary" that holds nothing but fuses.
 * It cannot be started.
 */
export async function writeDummyElectron(
  folder: string,
  platform: 'linux' | 'win32',
): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true })
  await mkdir(path.join(folder, 'resources'))
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) {
    await writeFile(path.join(folder, 'locales', `${language}.pak`), language)
  }
  if (platform === 'linux') {
    await writeFile(path.join(folder, 'electron'), wire, { mode: 0o755 })
  } else {
    await writeFile(path.join(folder, 'electron.exe'), windowsProgram())
  }
}

/** A Windows program without code, with the version resource that the asar integrity is written beside. */
function windowsProgram(): Uint8Array {
  const program = resedit.NtExecutable.createEmpty(false, false)
  const resource = resedit.NtExecutableResource.from(program)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 0, 0, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resource.entries)
  resource.outputResource(program)
  program.setExtraData(new Uint8Array(wire).buffer)
  return new Uint8Array(program.generate())
}
