import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTimeHere } from '../../api/clock.ts'
import { broughtIn, bytesInAddress, type Carried } from '../../state/brought-in.ts'
import { pathsIn } from '../../state/pasted-paths.ts'
import { useSession } from '../../state/session-context.ts'
import { tell } from '../../parts/tell.ts'
import { useDrop } from './use-drop.ts'
import { usePaste } from './use-paste.ts'

/**
 * Takes in what is dropped anywhere, or pasted outside a text field; tells whether something hangs over the window.
 * @param clearTheWay what is taken in is to be seen: nothing stays before it
 */
export function useWaysIn(clearTheWay: () => void): boolean {
  const { t } = useTranslation()
  const { actions } = useSession()
  const takeFiles = useCallback(
    (files: readonly File[], way: 'dropped' | 'pasted') => {
      clearTheWay()
      const nameless = way === 'dropped' ? 'droppedImage' : 'pastedImage'
      void actions.addFiles(files, t(nameless, { time: clockTimeHere() }), way)
    },
    [actions, clearTheWay, t],
  )
  const takePaths = useCallback(
    (paths: readonly string[]) => {
      if (paths.length === 0) return tell(t('pastedNothing'))
      clearTheWay()
      void actions.add(paths)
    },
    [actions, clearTheWay, t],
  )
  const takeCarried = useCallback(
    (carried: Carried) => {
      const { paths, pictures } = broughtIn(carried)
      const files = pictures.flatMap((one) => {
        const bytes = bytesInAddress(one)
        return bytes === undefined ? [] : [new File([bytes], '')]
      })
      if (files.length > 0) takeFiles(files, 'dropped')
      else takePaths(paths)
    },
    [takeFiles, takePaths],
  )
  usePaste(
    useCallback((files) => takeFiles(files, 'pasted'), [takeFiles]),
    useCallback((text) => takePaths(pathsIn(text)), [takePaths]),
  )
  return useDrop(
    useCallback((files) => takeFiles(files, 'dropped'), [takeFiles]),
    takeCarried,
  )
}
