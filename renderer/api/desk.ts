import type { DeskApi } from '../../core/ipc/contract.ts'

declare global {
  interface Window {
    /** Put there by preload; absent when the page is opened in an ordinary browser. */
    readonly desk?: DeskApi
  }
}

export const deskOfWindow = (): DeskApi | undefined => window.desk

/**
 * @param id of a job or record, or `<id>/<page>` of a document that is open
 * @param side the longer side in pixels at most; the server never enlarges.
 */
export const imageUrl = (id: string, side: 128 | 256 | 512 | 2000 | 4000): string =>
  `/image/${encodeURIComponent(id)}?side=${side}`
