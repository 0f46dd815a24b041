import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ButtonMenu } from '../../parts/button-menu.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSession } from '../../state/session-context.ts'
import styles from './add-menu.module.css'

/** The place to drop more, which also opens every other way in. */
export function AddMenu({ onPath }: { readonly onPath: () => void }) {
  const { t } = useTranslation()
  const { actions, intake } = useSession()
  return (
    <ButtonMenu
      position="bottom"
      width="target"
      button={
        <button type="button" className={styles['zone']}>
          <b>
            <Icon name="plus" size={15} /> {t('addMore')}
          </b>
          <span>{t('addMoreText')}</span>
        </button>
      }
    >
      <Menu.Item leftSection={<Icon name="file" />} onClick={() => void actions.pick('files')}>
        {t('chooseFiles')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="folder" />} onClick={() => void actions.pick('folder')}>
        {t('chooseFolder')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="path" />} onClick={onPath}>
        {t('pastePath')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="camera" />}
        onClick={() => intake.send({ kind: 'way', way: 'camera' })}
      >
        {t('camera')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="eye" />}
        onClick={() => intake.send({ kind: 'way', way: 'watch' })}
      >
        {t('watch')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="cards" />} onClick={() => void actions.addSamples()}>
        {t('trySamples')}
      </Menu.Item>
    </ButtonMenu>
  )
}
