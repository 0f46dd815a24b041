import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Native libraries that a package cannot read a license without, by the target's `process.platform`. */
const needed: Readonly<Record<string, readonly RegExp[]>> = {
  linux: [
    /onnxruntime_binding\.node$/,
    /libonnxruntime\.so\.\d+$/,
    /sharp-linux-.*\.node$/,
    /libvips-cpp\.so/,
  ],
  darwin: [
    /onnxruntime_binding\.node$/,
    /libonnxruntime\.\d+\.dylib$/,
    /sharp-darwin-.*\.node$/,
    /libvips-cpp.*\.dylib$/,
  ],
  win32: [
    /onnxruntime_binding\.node$/,
    /onnxruntime\.dll$/,
    /sharp-win32-.*\.node$/,
    /libvips.*\.dll$/,
    /msvcp140\.dll$/,
    /vcruntime140_1\.dll$/,
  ],
}

/** The files below a folder, relative to it with forward slashes, in order of their names. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
}

/**
 * Throws when a packed program lacks a native library of its platform, as it happens when it is packed on another one:
 * npm installs only the libraries of the machine it runs on.
 * @param resources the packed program's resources folder
 */
export async function requireLibraries(resources: string, platform: string): Promise<void> {
  const files = await filesBelow(path.join(resources, 'app.asar.unpacked'))
  const missing = (needed[platform] ?? []).filter((name) => !files.some((file) => name.test(file)))
  if (missing.length > 0) {
    throw new Error(
      `The package for ${platform} lacks ${missing.join(', ')}; pack it on ${platform}`,
    )
  }
}
