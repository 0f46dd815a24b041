import { pageOrigin } from './page-address.ts'

/** Who called, as Electron tells it. */
export interface Caller {
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null
}

/** Only the main frame of our own page may ask: no frame inside it, no other origin, no frame that is gone. */
export const isOwnPage = ({ senderFrame }: Caller): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin
