import { describe, expect, it } from 'vitest'
import { commandOf, isOfDesk, type KeyPress } from '../../../renderer/state/keyboard.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const control = { ctrlKey: true }

describe('keys', () => {
  it.each([
    ['o', 'open-files'],
    ['e', 'export'],
    ['Enter', 'next-license'],
    ['f', 'search'],
    ['r', 'records'],
    ['l', 'lock'],
  ])('Ctrl+%s does %s, also while typing and with the key of a Mac', (key, command) => {
    expect(commandOf(press(key, control), true)).toBe(command)
    expect(commandOf(press(key, { metaKey: true }), false)).toBe(command)
  })

  it('opens a folder with Shift', () => {
    expect(commandOf(press('O', { ctrlKey: true, shiftKey: true }), false)).toBe('open-folder')
  })

  it.each([
    ['r', 'rotate'],
    ['p', 'pause'],
    ['?', 'keys'],
    ['+', 'zoom-in'],
    ['-', 'zoom-out'],
    ['0', 'fit'],
  ])('%s alone does %s, and is a letter while typing', (key, command) => {
    expect(commandOf(press(key), false)).toBe(command)
    expect(commandOf(press(key), true)).toBeNull()
  })

  it('rotates and helps while typing, by keys that write nothing', () => {
    expect(commandOf(press('r', { altKey: true }), true)).toBe('rotate')
    expect(commandOf(press('p', { altKey: true }), true)).toBe('pause')
    expect(commandOf(press('F1'), true)).toBe('keys')
    expect(commandOf(press('F6'), true)).toBe('next-pane')
  })

  it.each([
    ['o', control],
    ['e', control],
    ['Enter', control],
    ['p', {}],
  ])('%s shows on the desk what it does, whatever else was there', (key, held) => {
    const command = commandOf(press(key, held), false)
    expect(command !== null && isOfDesk(command)).toBe(true)
  })

  it.each([
    ['f', control],
    ['r', control],
    ['l', control],
    ['?', {}],
    ['F6', {}],
    ['+', {}],
  ])('%s stays where it was pressed', (key, held) => {
    const command = commandOf(press(key, held), false)
    expect(command !== null && !isOfDesk(command)).toBe(true)
  })

  it('leaves copying, pasting and undoing to the system', () => {
    for (const key of ['c', 'v', 'x', 'z', 'a'])
      expect(commandOf(press(key, control), true)).toBeNull()
  })

  it('leaves AltGr alone, with which some keyboards write signs', () => {
    expect(commandOf(press('e', { ctrlKey: true, altKey: true }), true)).toBeNull()
  })
})
