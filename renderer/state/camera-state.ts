import { unreachable } from '../../core/result.ts'

/** Why there is no picture. */
export type CameraTrouble = 'none' | 'busy' | 'denied' | 'lost' | 'failed'

interface CameraDevice {
  readonly id: string
  /** `''` where the system does not tell. */
  readonly label: string
}

/** How it is with the camera while its dialog is open. */
export interface CameraState {
  readonly kind: 'opening' | 'live' | 'trouble'
  readonly trouble: CameraTrouble | null
  readonly devices: readonly CameraDevice[]
  /** Which one is wanted, `''` for the system's own choice. */
  readonly deviceId: string
  /** It has no way to focus by itself. */
  readonly isFixed: boolean
  readonly isBlurred: boolean
  /** Pictures that were taken. */
  readonly taken: number
}

export type CameraEvent =
  | { readonly kind: 'open'; readonly deviceId?: string }
  | {
      readonly kind: 'live'
      readonly deviceId: string
      readonly devices: readonly CameraDevice[]
      readonly isFixed: boolean
    }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble }
  | { readonly kind: 'sharpness'; readonly isBlurred: boolean }
  | { readonly kind: 'taken' }

export const cameraClosed: CameraState = {
  kind: 'opening',
  trouble: null,
  devices: [],
  deviceId: '',
  isFixed: false,
  isBlurred: false,
  taken: 0,
}

export function stepCamera(state: CameraState, event: CameraEvent): CameraState {
  switch (event.kind) {
    case 'open':
      return {
        ...state,
        kind: 'opening',
        trouble: null,
        deviceId: event.deviceId ?? state.deviceId,
        isBlurred: false,
      }
    case 'live': {
      const { deviceId, devices, isFixed } = event
      return { ...state, kind: 'live', trouble: null, deviceId, devices, isFixed }
    }
    case 'trouble':
      return { ...state, kind: 'trouble', trouble: event.trouble }
    case 'sharpness':
      return state.isBlurred === event.isBlurred ? state : { ...state, isBlurred: event.isBlurred }
    case 'taken':
      return { ...state, taken: state.taken + 1 }
    default:
      return unreachable(event)
  }
}

/** What a browser calls the reasons. */
export function troubleOf(name: string): CameraTrouble {
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    default:
      return 'failed'
  }
}

/** A print that is sharp has a step of so much, in grey levels, at the strongest of its edges. */
const sharpStep = 34
/** Share of the pixels that are edges of print at the least. */
const printed = 0.004

/**
 * Whether a picture has steps as sharp print has; a picture without any edge, such as an empty table, is not called
 * blurred.
 * @param grey 0..255, row by row
 */
export function isBlurred(grey: Uint8Array, width: number): boolean {
  let edges = 0
  let strongest = 0
  for (let at = 1; at + width < grey.length; at += 1) {
    const across = Math.abs((grey[at] ?? 0) - (grey[at - 1] ?? 0))
    const down = Math.abs((grey[at] ?? 0) - (grey[at + width] ?? 0))
    const step = Math.max(across, down)
    if (step > 10) edges += 1
    if (step > sharpStep) strongest += 1
  }
  const pixels = grey.length
  return edges / pixels > printed && strongest / pixels < printed
}
