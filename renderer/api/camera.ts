declare global {
  interface MediaTrackConstraintSet {
    /** Known to browsers, and not yet to their types. */
    readonly focusMode?: string
  }
}

/** A camera that is open. */
export interface OpenCamera {
  readonly stream: MediaStream
  readonly deviceId: string
  readonly devices: readonly { readonly id: string; readonly label: string }[]
  /** It has no way to focus by itself. */
  readonly isFixed: boolean
  /** Called once when it is pulled out. */
  readonly onEnd: (listener: () => void) => void
  readonly close: () => void
}

/** As much as a document camera has; a camera that has less gives what it has. */
const wanted = { width: { ideal: 3840 }, height: { ideal: 2160 } }

/**
 * Opens a camera, and no microphone; rejects with a `DOMException` whose name says why it could not.
 * @param deviceId `''` for the system's own choice
 */
export async function openCamera(deviceId: string): Promise<OpenCamera> {
  const { mediaDevices } = navigator
  const video = deviceId === '' ? wanted : { ...wanted, deviceId: { exact: deviceId } }
  const stream = await mediaDevices.getUserMedia({ video, audio: false })
  const [track] = stream.getVideoTracks()
  const all = await mediaDevices.enumerateDevices()
  const devices = all.flatMap(({ kind, deviceId: id, label }) =>
    kind === 'videoinput' ? [{ id, label }] : [],
  )
  return {
    stream,
    deviceId: track?.getSettings().deviceId ?? deviceId,
    devices,
    isFixed: track !== undefined && !(await focuses(track)),
    onEnd: (listener) => track?.addEventListener('ended', listener, { once: true }),
    close: () => {
      for (const one of stream.getTracks()) one.stop()
    },
  }
}

/** Has it focus by itself, where it says that it can; cameras that say nothing are taken to do it anyway. */
async function focuses(track: MediaStreamTrack): Promise<boolean> {
  const modes: unknown = Reflect.get(track.getCapabilities(), 'focusMode')
  if (!Array.isArray(modes) || modes.length === 0) return true
  if (!modes.includes('continuous')) return false
  await track.applyConstraints({ advanced: [{ focusMode: 'continuous' }] }).catch(() => undefined)
  return true
}

/** What a video shows now, as a JPEG of its whole size. */
export async function takePicture(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight)
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
}

/** The middle of what a video shows now, in grey, row by row. */
export function greyOf(video: HTMLVideoElement, width: number): Uint8Array {
  const height = Math.round((width * video.videoHeight) / Math.max(1, video.videoWidth))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null || height === 0) return new Uint8Array()
  context.drawImage(video, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  return Uint8Array.from({ length: width * height }, (_, at) => data[4 * at + 1] ?? 0)
}
