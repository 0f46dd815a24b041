import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Platform } from 'electron-builder'
import * as resedit from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import configuration from '../../build/electron-builder.config.ts'
import { filesBelow, requireLibraries } from '../../build/packing/libraries.ts'
import { vcRuntime } from '../../build/packing/vc-runtime.ts'
import { modelFiles } from '../../electron/engine/models/models.ts'
import { phoneHeic } from '../fixtures/formats/heic/phone.ts'
import { pdfOf } from '../fixtures/formats/pdf.ts'
import { sampleOf, samplesFolder } from '../fixtures/samples.ts'
import { buildOnce, pack, type Packed, packForThisPlatform, packForWindows } from './pack.ts'
import { readWithPackedEngine } from './packed-engine.ts'

const { platform, arch } = process
const others = ['linux', 'linuxmusl', 'darwin', 'win32'].filter((name) => name !== platform)
const foreign = new RegExp(`[/-](${others.join('|')})[/-]|cuda|tensorrt|directml`, 'i')
const megabyte = 1024 * 1024
/** The security baseline. */
const wantedFuses = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE,
  [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
}

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'license-desk-packing-'))
  buildOnce()
}, 120_000)

afterAll(async () => rm(folder, { recursive: true, force: true }))

test('electron-builder checks the configuration, and refuses a key it does not know', async () => {
  const misspelled = { ...configuration, electronFuse: {} }
  await expect(pack(path.join(folder, 'misspelled'), Platform.LINUX, misspelled)).rejects.toThrow(
    /unknown property 'electronFuse'/,
  )
})

describe('the package for this platform', () => {
  let packed: Packed
  let archive: string[] = []

  beforeAll(async () => {
    packed = await packForThisPlatform(path.join(folder, 'here'))
    archive = filesInArchive(packed)
  }, 120_000)

  test('holds the built program and what it loads, and nothing else', () => {
    for (const file of [
      'package.json',
      'dist/main/main.js',
      'dist/main/engine-process.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
    ]) {
      expect(archive).toContain(file)
    }
    expect(archive.filter((file) => !/^(dist|node_modules)\/|^package\.json$/.test(file))).toEqual(
      [],
    )
    expect(archive.filter((file) => /\.([cm]?ts|tsx|map|h)$|\/test\//.test(file))).toEqual([])
    expect(packagesIn(archive)).toEqual([
      '@hyzyla/pdfium',
      '@img/colour',
      // On Windows sharp delivers libvips in one package with its own library.
      ...(platform === 'win32' ? [] : [`@img/sharp-libvips-${platform}-${arch}`]),
      `@img/sharp-${platform}-${arch}`,
      'detect-libc',
      'libheif-js',
      'onnxruntime-common',
      'onnxruntime-node',
      'semver',
      'sharp',
    ])
  })

  test('starts its engine as Electron allows it, with the models beside the archive', () => {
    // The fuse that turns RunAsNode off makes child_process.fork start the window again instead of Node.
    const main = archive.filter((file) => /^dist\/main\/.*\.js$/.test(file))
    const scripts = main.map((file) => textInArchive(packed, file)).join('\n')
    expect(scripts).toContain('utilityProcess')
    expect(scripts).toContain('resourcesPath')
  })

  test('holds every package that the bundled scripts still import', () => {
    const imported = archive
      .filter((file) => /^dist\/(main|preload)\/.*\.c?js$/.test(file))
      .flatMap((file) => importsOf(textInArchive(packed, file)))
    const outside = imported.filter((name) => !isBuiltin(name) && !/^(electron$|\.)/.test(name))
    expect(outside.length).toBeGreaterThan(0)
    for (const name of new Set(outside)) {
      const isFile = name.split('/').length > (name.startsWith('@') ? 2 : 1)
      expect(isFile ? archive : packagesIn(archive)).toContain(
        isFile ? `node_modules/${name}` : name,
      )
    }
  })

  test('keeps the native libraries of its platform outside of the archive, and no other files', async () => {
    const unpacked = await filesBelow(path.join(packed.resources, 'app.asar.unpacked'))
    // Under the LGPL, so that it can be replaced.
    const libheif = unpacked.filter((file) => file.startsWith('node_modules/libheif-js/'))
    expect(libheif.toSorted()).toEqual([
      'node_modules/libheif-js/LICENSE',
      'node_modules/libheif-js/libheif-wasm/LICENSE',
      'node_modules/libheif-js/libheif-wasm/libheif.js',
      'node_modules/libheif-js/libheif-wasm/libheif.wasm',
      'node_modules/libheif-js/package.json',
    ])
    const native = unpacked.filter((file) => !libheif.includes(file))
    expect(native.filter((file) => !/\.(node|dll|dylib|so)(\.[\d.]+)?$/.test(file))).toEqual([])
    expect(unpacked.filter((file) => foreign.test(file))).toEqual([])
    await requireLibraries(packed.resources, platform)
  })

  test('carries models, samples and the licenses of others beside the archive', async () => {
    const files = await filesBelow(packed.resources)
    for (const file of Object.values(modelFiles)) expect(files).toContain(`models/${file}`)
    expect(files.filter((file) => file.startsWith('models/'))).toHaveLength(
      Object.values(modelFiles).length,
    )
    expect(files.filter((file) => file.startsWith('samples/'))).toHaveLength(12)
    expect(files).toContain('NOTICE.txt')
    expect(files).toContain('LICENSE.txt')
    const licenses = await readFile(path.join(packed.resources, 'third-party-licenses.txt'), 'utf8')
    for (const name of [
      'onnxruntime-node',
      'libheif-js',
      'sharp',
      `@img/sharp-${platform}-${arch}`,
      'react',
      'zod',
    ]) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'))
    }
    expect(licenses).toMatch(/^PP-OCRv6 networks$[\s\S]*Apache License/m)
  })

  test('tells Electron where to start and keeps its own tools to itself', () => {
    const manifest: unknown = JSON.parse(textInArchive(packed, 'package.json'))
    expect(manifest).toMatchObject({ productName: 'LicenseDesk', main: 'dist/main/main.js' })
    expect(manifest).not.toHaveProperty('devDependencies')
    expect(manifest).not.toHaveProperty('scripts')
  })

  test('weighs 75 to 125 MB besides Electron, 49 of which the networks, and the archive at most 12', async () => {
    const sizes = await Promise.all(
      (await filesBelow(packed.resources)).map(
        async (file) => (await stat(path.join(packed.resources, file))).size,
      ),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0) / megabyte
    const archived = (await stat(path.join(packed.resources, 'app.asar'))).size / megabyte
    console.log(`payload ${total.toFixed(1)} MB, archive ${archived.toFixed(1)} MB`)
    expect(total).toBeGreaterThan(75)
    expect(total).toBeLessThan(125)
    expect(archived).toBeLessThan(12)
  })

  test('keeps two of the languages of Electron', async () => {
    const locales = path.join(path.dirname(packed.binary), 'locales')
    expect(await filesBelow(locales)).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  test('has its fuses as the security baseline wants them', async () => {
    expect(await getCurrentFuseWire(packed.binary)).toMatchObject(wantedFuses)
  })

  test('reads a sample with nothing but what is packed', async () => {
    const [sample = ''] = await filesBelow(path.join(packed.resources, 'samples'))
    const answer = await readWithPackedEngine(
      packed.resources,
      path.join(folder, 'laid-out'),
      path.join(packed.resources, 'samples', sample),
    )
    expect(answer).toMatchObject({
      kind: 'readings',
      readings: [{ fields: { id_num: { value: expect.stringMatching(/^\d{17}[\dX]$/) } } }],
    })
  }, 60_000)

  test('reads a page of a PDF with nothing but what is packed', async () => {
    const jpeg = await readFile(path.join(samplesFolder, '扫描0007.jpg'))
    const file = path.join(folder, '扫描.pdf')
    await writeFile(file, await pdfOf([{ jpeg }]))
    const laidOut = path.join(folder, 'laid-out-for-pdf')
    expect(await readWithPackedEngine(packed.resources, laidOut, file)).toMatchObject({
      kind: 'readings',
      readings: [{ fields: { id_num: { value: sampleOf('扫描0007.jpg').license.id_num } } }],
    })
  }, 60_000)

  test('reads a HEIC with nothing but what is packed', async () => {
    const file = path.join(folder, 'IMG_0021.HEIC')
    await writeFile(file, await phoneHeic())
    const laidOut = path.join(folder, 'laid-out-for-heic')
    expect(await readWithPackedEngine(packed.resources, laidOut, file)).toMatchObject({
      kind: 'readings',
      readings: [{ fields: { id_num: { value: sampleOf('客户驾照.jpg').license.id_num } } }],
    })
  }, 60_000)
})

describe('a package for Windows', () => {
  let packed: Packed

  beforeAll(async () => {
    packed = await packForWindows(path.join(folder, 'windows'))
  }, 120_000)

  test('holds the libraries for Windows on x64, the C++ runtime beside them, no DirectML', async () => {
    const unpacked = await filesBelow(path.join(packed.resources, 'app.asar.unpacked'))
    const runtime = unpacked.filter((file) => file.includes('/onnxruntime-node/'))
    expect(runtime.map((file) => path.posix.basename(file))).toEqual(
      [...vcRuntime, 'onnxruntime.dll', 'onnxruntime_binding.node'].toSorted(),
    )
    expect(new Set(runtime.map((file) => path.posix.dirname(file)))).toEqual(
      new Set(['node_modules/onnxruntime-node/bin/napi-v6/win32/x64']),
    )
    expect(unpacked.filter((file) => /\.(so|dylib)(\.|$)|linux|darwin/.test(file))).toEqual([])
  })

  test('is refused where sharp for Windows is not installed', async () => {
    const problem = await requireLibraries(packed.resources, 'win32').then(() => 'none', String)
    expect(problem).toMatch(platform === 'win32' ? /^none$/ : /sharp-win32/)
  })

  test('knows the hash of its archive, its name and its fuses', async () => {
    const program = resedit.NtExecutable.from(await readFile(packed.binary))
    const { entries } = resedit.NtExecutableResource.from(program)
    const integrity = entries.find(({ type }) => type === 'INTEGRITY')
    expect(Buffer.from(integrity?.bin ?? new ArrayBuffer()).toString()).toMatch(
      /resources\\\\app\.asar.*SHA256.*[\da-f]{64}/,
    )
    const [version] = resedit.Resource.VersionInfo.fromEntries(entries)
    expect(version?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: 'LicenseDesk',
    })
    expect(resedit.Resource.IconGroupEntry.fromEntries(entries)[0]?.icons).toHaveLength(9)
    expect(await getCurrentFuseWire(packed.binary)).toMatchObject(wantedFuses)
  })
})

function filesInArchive({ resources }: Packed): string[] {
  const archive = path.join(resources, 'app.asar')
  const entries = listPackage(archive, { isPack: false }).map((entry) =>
    entry.replaceAll('\\', '/').slice(1),
  )
  const folders = new Set(entries.map((entry) => path.posix.dirname(entry)))
  return entries.filter((entry) => !folders.has(entry))
}

function textInArchive({ resources }: Packed, file: string): string {
  return extractFile(path.join(resources, 'app.asar'), path.normalize(file)).toString('utf8')
}

function packagesIn(files: readonly string[]): string[] {
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))].toSorted()
}

/**
 * Names in the import declarations, dynamic imports and require calls of a bundled script. A call inside a string does
 * not count: Ajv writes such code.
 */
function importsOf(script: string): string[] {
  const found = script.matchAll(
    /^(?:import|export)\b[^;'"]*["']([^"']+)["']|(?<!['"`].*)\b(?:import|(?:__)?require)\("([^"]+)"\)/gm,
  )
  return [...found].map(([, declared, called]) => declared ?? called ?? '')
}
