import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { columns } from '../../../../core/export/columns.ts'
import { addable } from '../../../../core/layout/edit-preset.ts'
import { mostColumns } from '../../../../core/layout/preset.ts'
import { ButtonMenu } from '../../../parts/button-menu.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { useSession } from '../../../state/session-context.ts'
import { useStore } from '../../../state/use-store.ts'
import styles from './setup.module.css'
import type { PresetDesk } from './use-presets.ts'

/** What is not in the table yet. */
export function AddColumn({ desk }: { readonly desk: PresetDesk }) {
  const { t } = useTranslation()
  const { settings } = useSession()
  const { headings } = useStore(settings)
  const { preset, edit } = desk
  return (
    <ButtonMenu
      position="top-start"
      width={240}
      className={styles['addable']}
      button={
        <Button
          variant="default"
          size="xs"
          disabled={preset.columns.length >= mostColumns}
          leftSection={<Icon name="plus" size={13} />}
        >
          {t('columnAdd')}
        </Button>
      }
    >
      {addable(preset).map((column) => (
        <Menu.Item key={column} onClick={() => edit({ kind: 'add', column })}>
          {columns[column].heading(headings)}
        </Menu.Item>
      ))}
    </ButtonMenu>
  )
}
