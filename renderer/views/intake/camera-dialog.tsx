import { Button, Loader, NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../../parts/use-latest.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { takePicture } from '../../api/camera.ts'
import { clockTimeHere } from '../../api/clock.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import type { CameraState } from '../../state/camera-state.ts'
import { useSession } from '../../state/session-context.ts'
import { usePart } from '../../state/use-store.ts'
import styles from './camera-dialog.module.css'
import { useCamera } from './use-camera.ts'

/** Takes pictures of licenses with a document camera or webcam. */
export function CameraDialog() {
  const { t } = useTranslation()
  const { intake } = useSession()
  const way = usePart(intake, 'way')
  return (
    <Dialog
      opened={way === 'camera'}
      onClose={() => intake.send({ kind: 'way', way: null })}
      title={t('cameraTitle')}
      size={860}
    >
      <CameraBody />
    </Dialog>
  )
}

function CameraBody() {
  const { t } = useTranslation()
  const { actions } = useSession()
  const { state, video, open, onTaken } = useCamera()
  const [flash, setFlash] = useState(0)
  const isTaking = useRef(false)
  const isLive = state.kind === 'live'
  const take = async () => {
    const shown = video.current
    if (!isLive || shown === null || shown.videoWidth === 0 || isTaking.current) return
    isTaking.current = true
    setFlash((count) => count + 1)
    try {
      const picture = await takePicture(shown)
      onTaken()
      await actions.addFiles(
        [new File([picture], '')],
        t('cameraImage', { time: clockTimeHere() }),
        'dropped',
      )
    } finally {
      isTaking.current = false
    }
  }
  useSpace(() => void take())
  return (
    <div className={styles['body']}>
      <div className={styles['picture']} data-live={isLive}>
        <video ref={video} aria-label={t('cameraPreview')} autoPlay muted playsInline />
        {isLive && <div className={styles['guide']} aria-hidden="true" />}
        {flash > 0 && <div key={flash} className={styles['flash']} aria-hidden="true" />}
        {state.kind === 'opening' && (
          <p role="status">
            <Loader size={18} /> {t('cameraOpening')}
          </p>
        )}
        {state.trouble !== null && (
          <div className={styles['trouble']} role="alert">
            <Icon name="alert" size={28} />
            <p>{t(troubleWords[state.trouble])}</p>
            <Button data-autofocus onClick={() => open()}>
              {t('cameraAgain')}
            </Button>
          </div>
        )}
      </div>
      <p className={styles['hint']} role="status" data-look={isLive && state.isBlurred}>
        {isLive && t(hintOf(state))}
      </p>
      <div className={styles['foot']}>
        {state.devices.length > 1 && (
          <NativeSelect
            aria-label={t('cameraDevice')}
            data={state.devices.map(({ id, label }, at) => ({
              value: id,
              label: label === '' ? t('cameraNameless', { number: at + 1 }) : label,
            }))}
            value={state.deviceId}
            onChange={(event) => open(event.currentTarget.value)}
          />
        )}
        <span role="status">{state.taken > 0 && t('cameraTaken', { count: state.taken })}</span>
        {state.trouble === null && (
          <>
            <KeyCap keys={['Space']} />
            <Button data-autofocus disabled={!isLive} onClick={() => void take()}>
              {t('cameraTake')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** Hears a space wherever the keyboard is, unless it is on something that a space operates. */
function useSpace(act: () => void): void {
  const latest = useLatest(act)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isOperated = event.target instanceof Element && event.target.closest('button, select')
      if (event.key !== ' ' || event.repeat || isOperated !== null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latest])
}

const hintOf = ({ isBlurred, isFixed }: CameraState) =>
  isBlurred ? (isFixed ? 'cameraFixed' : 'cameraBlurred') : 'cameraFrame'

const troubleWords = {
  none: 'cameraNone',
  busy: 'cameraBusy',
  denied: 'cameraDenied',
  lost: 'cameraLost',
  failed: 'cameraFailed',
} as const
