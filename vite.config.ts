import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

const at = (...parts: string[]): string => path.join(import.meta.dirname, ...parts)

/** Left for Node and Electron to load: the platform itself, and libraries with native parts. */
const left = [
  'electron',
  '@hyzyla/pdfium',
  'libheif-js/libheif-wasm/libheif.js',
  'onnxruntime-node',
  'sharp',
  ...builtinModules.flatMap((name) => [name, `node:${name}`]),
]

/** Code that runs outside the page, in Electron 45's Node 24; everything but `left` is bundled into it. */
function desktop(output: {
  readonly entries: Readonly<Record<string, string>>
  readonly folder: string
  readonly format: 'es' | 'cjs'
}): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: left, conditions: ['node'] },
    build: {
      target: 'node24',
      outDir: at('dist', output.folder),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: { ...output.entries },
        output: {
          format: output.format,
          entryFileNames: output.format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

export default defineConfig({
  root: at('renderer'),
  base: '/',
  cacheDir: at('.cache/vite'),
  plugins: [react({ compiler: true })],
  environments: {
    client: {
      build: {
        target: 'chrome140',
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        sourcemap: true,
        modulePreload: { polyfill: false },
        // A font or picture inside a style sheet would be a data: address, which the policy refuses.
        assetsInlineLimit: 0,
      },
    },
    main: desktop({
      entries: {
        main: at('electron/main.ts'),
        'engine-process': at('electron/engine/engine-process.ts'),
      },
      folder: 'main',
      format: 'es',
    }),
    preload: desktop({
      entries: { preload: at('electron/preload.ts') },
      folder: 'preload',
      format: 'cjs',
    }),
  },
  builder: {},
})
