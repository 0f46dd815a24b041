import { type RefObject, useCallback, useEffect, useReducer, useRef } from 'react'
import { greyOf, type OpenCamera, openCamera } from '../../api/camera.ts'
import {
  type CameraState,
  cameraClosed,
  isBlurred,
  stepCamera,
  troubleOf,
} from '../../state/camera-state.ts'
import { useSession } from '../../state/session-context.ts'

/** In milliseconds, and in pixels to which the picture is made small for that. */
const lookAtSharpness = { every: 400, width: 640 }

export interface Camera {
  readonly state: CameraState
  readonly video: RefObject<HTMLVideoElement | null>
  /** Opens it anew, or another one. */
  readonly open: (deviceId?: string) => void
  readonly onTaken: () => void
}

/** The camera as long as this is shown; it is let go of afterwards, whatever happens. */
export function useCamera(): Camera {
  const { actions } = useSession()
  const [state, step] = useReducer(stepCamera, cameraClosed)
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<OpenCamera | null>(null)
  const turn = useRef(0)

  const letGo = useCallback(() => {
    turn.current += 1
    camera.current?.close()
    camera.current = null
  }, [])
  const open = useCallback(
    async (deviceId = '') => {
      letGo()
      const mine = turn.current
      step({ kind: 'open', deviceId })
      try {
        if (!(await actions.openCamera()))
          throw new DOMException('the person said no', 'NotAllowedError')
        const opened = await openCamera(deviceId)
        if (mine !== turn.current) return opened.close()
        camera.current = opened
        opened.onEnd(() => step({ kind: 'trouble', trouble: 'lost' }))
        if (video.current !== null) video.current.srcObject = opened.stream
        step({ kind: 'live', ...opened })
      } catch (error) {
        if (mine !== turn.current) return
        const name = error instanceof DOMException ? error.name : ''
        step({ kind: 'trouble', trouble: troubleOf(name) })
      }
    },
    [actions, letGo],
  )
  useEffect(() => {
    void open()
    return () => {
      letGo()
      void actions.closeCamera()
    }
  }, [open, letGo, actions])

  const isLive = state.kind === 'live'
  useEffect(() => {
    if (!isLive) return undefined
    const look = setInterval(() => {
      const shown = video.current
      if (shown === null || shown.videoWidth === 0) return
      const { width } = lookAtSharpness
      step({ kind: 'sharpness', isBlurred: isBlurred(greyOf(shown, width), width) })
    }, lookAtSharpness.every)
    return () => clearInterval(look)
  }, [isLive])

  return {
    state,
    video,
    open: useCallback((deviceId?: string) => void open(deviceId), [open]),
    onTaken: useCallback(() => step({ kind: 'taken' }), []),
  }
}
