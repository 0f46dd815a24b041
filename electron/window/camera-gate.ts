import type { Confirm } from '../ipc/confirm.ts'

/** Whether the page may use the camera now. */
export interface CameraGate {
  /** The dialog with the camera was opened; whether the person agrees, who is asked once in a run of the program. */
  open(): Promise<boolean>
  /** It was closed, or the window is locked. */
  close(): void
  isOpen(): boolean
}

export function createCameraGate(confirm: Confirm): CameraGate {
  let isAgreed = false
  let isOpen = false
  /** Which opening is the last one: what was closed while a person was asked stays closed. */
  let last = 0
  return {
    async open() {
      const mine = (last += 1)
      isAgreed ||= await confirm([{ kind: 'camera' }])
      if (mine === last) isOpen = isAgreed
      return isAgreed
    },
    close() {
      last += 1
      isOpen = false
    },
    isOpen: () => isOpen,
  }
}
