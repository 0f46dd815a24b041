import type { Configuration } from 'electron-builder'
import { finish } from './packing/finish.ts'
import { writeLicenses } from './packing/licenses.ts'

const licensesFile = 'out/third-party-licenses.txt'

/** Production packages that the program really loads; everything else stays out of the package. */
const loaded = [
  '@hyzyla',
  'libheif-js',
  'onnxruntime-node',
  'onnxruntime-common',
  'sharp',
  '@img',
  'detect-libc',
  'semver',
]

/**
 * What goes into the archive. The list belongs whole to each platform: electron-builder reads exclusions of a platform
 * without their inclusions as "everything else". `${arch}` is filled in by it; its `${platform}` would be the
 * building machine's and not the target's.
 */
function packed(platform: 'linux' | 'darwin' | 'win32'): string[] {
  return [
    'dist/**',
    'package.json',
    // Source maps help nobody inside a package: the release workflow keeps them beside the installers.
    '!**/*.map',
    '!**/*.{ts,mts,cts,h,tsbuildinfo}',
    `!node_modules/!(${loaded.join('|')})/**`,
    '!node_modules/onnxruntime-node/{lib,script}/**',
    '!node_modules/onnxruntime-common/{lib,dist/esm}/**',
    '!node_modules/sharp/{src,install}/**',
    // The same for browsers and workers, and once more as text.
    '!node_modules/@hyzyla/pdfium/dist/{index.cjs,index.esm.*.js,worker.bundle.js,*.base64*}',
    // The same without WebAssembly, and once more as text.
    '!node_modules/libheif-js/{index,wasm,wasm-bundle}.js',
    '!node_modules/libheif-js/libheif/**',
    '!node_modules/libheif-js/libheif-wasm/*bundle*',
    `!node_modules/onnxruntime-node/bin/*/!(${platform})/**`,
    '!node_modules/onnxruntime-node/bin/*/*/!(${arch})/**',
    `!node_modules/@img/!(colour|sharp-${platform}-\${arch}|sharp-libvips-${platform}-\${arch})/**`,
    // onnxruntime loads DirectML late and the two others only for WebGPU; the engine reads on the processor.
    '!**/{DirectML,dxcompiler,dxil}.dll',
    '!**/{libonnxruntime,onnxruntime}_providers_*',
    // On macOS npm delivers this link as a second copy of 45 MB.
    '!**/libonnxruntime.*.*.*.dylib',
  ]
}

const configuration: Configuration = {
  appId: 'app.licensedesk.desktop',
  productName: 'LicenseDesk',
  copyright: 'MIT, LicenseDesk contributors',
  directories: { output: 'out/packages', buildResources: 'build' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  publish: null,
  extraMetadata: { desktopName: 'license-desk.desktop' },

  // Every native library here is prebuilt for Node-API: there is nothing to compile against Electron.
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],

  // Scripts stay inside the archive, where Electron checks their integrity; a library has to be a real file.
  asar: { smartUnpack: false },
  // libheif is under the LGPL: whoever owns the program may put another one in its place.
  asarUnpack: [
    '**/*.node',
    '**/*.dll',
    '**/*.dylib',
    '**/*.so',
    '**/*.so.*',
    'node_modules/libheif-js/**',
  ],
  extraResources: [
    {
      from: 'electron/engine/networks',
      to: 'models',
      filter: ['*.onnx', '*.txt'],
    },
    { from: 'build/samples', to: 'samples', filter: ['*.{jpg,jpeg,png,webp,tif,tiff,bmp}'] },
    { from: 'NOTICE', to: 'NOTICE.txt' },
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: licensesFile, to: 'third-party-licenses.txt' },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  beforePack: () => writeLicenses(licensesFile),
  afterPack: finish,

  win: {
    target: { target: 'nsis', arch: 'x64' },
    icon: 'build/icons/icon.ico',
    files: packed('win32'),
  },
  // For one person and without an administrator: counter PCs rarely have one.
  nsis: {
    oneClick: true,
    perMachine: false,
    artifactName: '${productName}-Setup-${version}-${arch}.${ext}',
    shortcutName: 'LicenseDesk 驾照登记台',
    uninstallDisplayName: 'LicenseDesk 驾照登记台 ${version}',
    installerLanguages: ['zh_CN', 'en_US'],
    deleteAppDataOnUninstall: false,
    include: 'build/installer.nsh',
  },

  // onnxruntime-node 1.30 has no library for Intel Macs.
  mac: {
    target: { target: 'dmg', arch: 'arm64' },
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.business',
    // No certificate yet: Apple silicon starts nothing unsigned, so the signature is one without an identity. The
    // hardened runtime would then refuse our own libraries; both change together with a certificate.
    identity: '-',
    hardenedRuntime: false,
    // macOS ends a program that opens a camera without saying what for.
    extendInfo: { NSCameraUsageDescription: '拍驾驶证 · To take pictures of driving licenses' },
    files: packed('darwin'),
  },

  linux: {
    target: [
      { target: 'AppImage', arch: 'x64' },
      { target: 'deb', arch: 'x64' },
    ],
    icon: 'build/icons/linux',
    executableName: 'license-desk',
    category: 'Office',
    synopsis: 'Reads Chinese driving licenses from images, offline',
    description: 'Reads Chinese driving licenses from images, offline, and exports a spreadsheet',
    // With `desktopName` the desktop knows which entry a window belongs to.
    syncDesktopName: true,
    files: packed('linux'),
    desktop: {
      entry: {
        Name: 'LicenseDesk',
        'Name[zh_CN]': '驾照登记台',
        'Comment[zh_CN]': '离线读取驾驶证图片，核对后导出表格',
        Keywords: 'license;OCR;',
      },
    },
  },
}

export default configuration
