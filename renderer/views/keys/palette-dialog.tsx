import { useTranslation } from 'react-i18next'
import { Chooser } from '../../parts/chooser.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import type { Command } from '../../state/keyboard.ts'
import { commandWords } from './command-words.ts'
import { keysOf } from './keys.ts'

/** Every command by its name, with its key. */
export function PaletteDialog(props: {
  readonly opened: boolean
  readonly commands: readonly Command[]
  readonly onRun: (command: Command) => void
  readonly onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const inEnglish = i18n.getFixedT('en')
  const inChinese = i18n.getFixedT('zh')
  const commands = props.opened ? props.commands : []
  const choices = commands.map((command) => {
    const keys = keysOf(command)
    const words = commandWords[command]
    return {
      id: command,
      words: t(words),
      alsoFoundBy: [inEnglish(words), inChinese(words)],
      aside: keys === undefined ? undefined : <KeyCap keys={keys} />,
    }
  })
  return (
    <Chooser
      opened={props.opened}
      title={t('keyPalette')}
      hint={t('paletteHint')}
      none={t('paletteNone')}
      choices={choices}
      onChoose={(id) => {
        const command = props.commands.find((one) => one === id)
        if (command !== undefined) props.onRun(command)
      }}
      onClose={props.onClose}
    />
  )
}
