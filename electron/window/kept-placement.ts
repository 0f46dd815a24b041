import Store from 'electron-store'
import type { Placement } from './placement.ts'
import type { PlacementKeeper } from './desk-window.ts'

/** Keeps the window's place in `window.json` of a folder; a broken file is no loss and begins anew. */
export function openPlacementFile(folder: string): PlacementKeeper {
  const store = new Store<{ main: Placement }>({
    name: 'window',
    cwd: folder,
    configFileMode: 0o600,
    clearInvalidConfig: true,
  })
  return { load: () => store.get('main'), save: (placement) => store.set('main', placement) }
}
