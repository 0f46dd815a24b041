import { Menu, type MenuProps } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { TakesKeyboard } from './takes-keyboard.tsx'

/** A button and the menu that opens from it; whichever is seen last has the keyboard. */
export function ButtonMenu(
  props: Pick<MenuProps, 'position' | 'width'> & {
    readonly button: ReactElement
    /** Of `Menu.Item`. */
    readonly children: ReactNode
    readonly className?: string | undefined
  },
) {
  const { button, children, className = '', ...where } = props
  return (
    <Menu {...where} withInitialFocusPlaceholder={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown className={className}>
        <TakesKeyboard />
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
