import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { walkKeys } from '../../../../core/layout/walk-key.ts'
import { keyWords } from '../../keys/keys.ts'
import { useSession } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import styles from './setup.module.css'

/** The ways into another program: files that it picks up, or one field after the other. */
export function ProgramSection(props: {
  /** How many licenses nobody has to look at any more. */
  readonly ready: number
  /** The license that is shown; `''` where its name was not read, null where there is none. */
  readonly name: string | null
  readonly onHandOver: () => void
  readonly onWalk: () => void
}) {
  const { t } = useTranslation()
  const { settings, actions } = useSession()
  const { handoverFolder, walkKey } = useStore(settings)
  const isOn = handoverFolder !== ''
  const { ready, name } = props
  return (
    <>
      <section className={styles['section']} aria-label={t('handover')}>
        <h3>
          {t('intoProgram')} · {t('handover')}
        </h3>
        <p className={styles['quiet']}>{isOn ? t('handoverOn') : t('handoverOff')}</p>
        {isOn && <p className={styles['path']}>{handoverFolder}</p>}
        <div className={styles['buttons']}>
          {isOn && (
            <Button size="xs" disabled={ready === 0} onClick={props.onHandOver}>
              {t('handoverNow', { count: ready })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void actions.chooseFolder('handover')}>
            {isOn ? t('folderOther') : t('folderChoose')}
          </Button>
          {isOn && (
            <Button
              size="xs"
              variant="default"
              onClick={() => void actions.leaveFolder('handover')}
            >
              {t('folderLeave')}
            </Button>
          )}
        </div>
      </section>
      <section className={styles['section']} aria-label={t('walkTitle')}>
        <h3>
          {t('intoProgram')} · {t('walkTitle')}
        </h3>
        <p className={styles['quiet']}>
          {t('walkText')} {t('walkMinute')}
        </p>
        <div className={styles['buttons']}>
          <NativeSelect
            size="xs"
            aria-label={t('walkKey')}
            title={t('walkKey')}
            value={walkKey}
            data={walkKeys.map((key) => ({ value: key, label: keyWords(key).join(' + ') }))}
            onChange={(event) => {
              const chosen = walkKeys.find((key) => key === event.currentTarget.value)
              if (chosen !== undefined) void actions.set({ walkKey: chosen })
            }}
          />
          <Button size="xs" variant="default" disabled={name === null} onClick={props.onWalk}>
            {name === null || name === '' ? t('walkStartAny') : t('walkStart', { name })}
          </Button>
        </div>
      </section>
    </>
  )
}
