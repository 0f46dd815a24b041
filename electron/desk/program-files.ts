import path from 'node:path'

/** What the program brings along. */
export interface ProgramFiles {
  /** Folder of the built page. */
  readonly page: string
  readonly preload: string
  /** Program of the engine process. */
  readonly engine: string
  /** Folder of the models. */
  readonly models: string
  /** Folder of the sample images. */
  readonly samples: string
  /** License texts, the program's own first; where it is not packed the others may not have been written yet. */
  readonly notices: readonly string[]
}

/**
 * Where the built program finds its parts: large files lie beside the archive when it is packed, in the work tree
 * otherwise.
 * @param appFolder folder or archive of the program
 * @param resources folder beside the archive; nothing when the program is not packed
 */
export function programFiles(appFolder: string, resources: string | undefined): ProgramFiles {
  const at = (...parts: string[]): string => path.join(appFolder, ...parts)
  return {
    page: at('dist/renderer'),
    preload: at('dist/preload/preload.cjs'),
    engine: at('dist/main/engine-process.js'),
    models: resources ? path.join(resources, 'models') : at('electron/engine/networks'),
    notices: resources
      ? ['LICENSE.txt', 'NOTICE.txt', 'third-party-licenses.txt'].map((name) =>
          path.join(resources, name),
        )
      : [at('LICENSE'), at('NOTICE'), at('out/third-party-licenses.txt')],
    samples: resources ? path.join(resources, 'samples') : at('build/samples'),
  }
}
