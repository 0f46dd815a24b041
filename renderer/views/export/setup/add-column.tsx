import { Button, Menu } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { columns } from '../../../../core/export/columns.ts'
import { addable } from '../../../../core/layout/edit-preset.ts'
import { mostColumns } from '../../../../core/layout/preset.ts'
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
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu position="top-start" width={240} onClose={() => button.current?.focus()}>
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          size="xs"
          disabled={preset.columns.length >= mostColumns}
          leftSection={<Icon name="plus" size={13} />}
        >
          {t('columnAdd')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles['addable'] ?? ''}>
        {addable(preset).map((column) => (
          <Menu.Item key={column} onClick={() => edit({ kind: 'add', column })}>
            {columns[column].heading(headings)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
