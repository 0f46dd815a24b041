/** The part of a window that the rest of the stand-in needs. */
export interface OpenWindow {
  readonly id: number
  close(): void
}

const windows = new Map<number, OpenWindow>()

export const openWindows = (): OpenWindow[] => [...windows.values()]
export const keepWindow = (window: OpenWindow): void => void windows.set(window.id, window)
export const forgetWindow = (id: number): void => void windows.delete(id)
