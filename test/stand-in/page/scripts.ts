import { randomUUID } from 'node:crypto'
import { joinWorlds } from './join-worlds.ts'
import { pack, unpack } from './pack.ts'
import { preloadWorld } from './preload-world.ts'

/** Name of the preload's world, and of what the browser's side finds in it. */
export const names = { world: 'preload', post: 'standInPost', hear: 'standInHear' }

/**
 * The two scripts that run in every new page before its own: one in the page's world, one in a world of its own that
 * holds the preload. They share only the document, as in Electron.
 */
export function pageScripts(preload: string): { readonly page: string; readonly preload: string } {
  const toPage = `standIn-${randomUUID()}`
  const toPreload = `standIn-${randomUUID()}`
  const onlyOutermost = 'if (window.top === window)'
  return {
    page: `${onlyOutermost} (${String(joinWorlds)})(${text(toPage)}, ${text(toPreload)})`,
    preload: `${onlyOutermost} {
  const { electron, hear } = (${String(preloadWorld)})({
    worlds: (${String(joinWorlds)})(${text(toPreload)}, ${text(toPage)}),
    pack: ${String(pack)},
    unpack: ${String(unpack)},
    post: globalThis.${names.post},
  })
  globalThis.${names.hear} = hear
  const require = (name) => {
    if (name === 'electron' || name.startsWith('electron/')) return electron
    throw new Error('module not found: ' + name)
  }
  const module = { exports: {} };
  (function (require, module, exports, process) {
${preload}
  })(require, module, module.exports, { contextIsolated: true, sandboxed: true, type: 'renderer' })
}`,
  }
}

const text = (value: string): string => JSON.stringify(value)
