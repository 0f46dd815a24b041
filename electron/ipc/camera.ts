import { ok } from '../../core/result.ts'
import type { Answers } from './serve.ts'

export interface CameraParts {
  readonly camera: {
    open(): Promise<boolean>
    close(): void
  }
}

export const cameraAnswers = ({
  camera,
}: CameraParts): Pick<Answers, 'camera:open' | 'camera:close'> => ({
  'camera:open': async () => ok(await camera.open()),
  'camera:close': async () => {
    camera.close()
    return ok(null)
  },
})
