import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyPreset, dropPreset, isChanged } from '../../../../core/layout/edit-preset.ts'
import { wordsIn } from '../../../../core/words/words.ts'
import {
  isBuiltIn,
  longestHeading,
  mostPresets,
  type Preset,
  presetsOf,
} from '../../../../core/layout/preset.ts'
import type { Language } from '../../../../core/settings/settings.ts'
import { useLanguage } from '../../../state/session-context.ts'
import styles from './setup.module.css'
import type { PresetDesk } from './use-presets.ts'

/** As it is called here: by its own name, or by that of the built-in one. */
const nameOf = ({ id, name }: Preset, language: Language): string =>
  name === '' && isBuiltIn(id) ? wordsIn(language)(`table:preset.${id}`) : name

/** Which preset is in use, and what can be done to it as a whole. */
export function PresetBar({ desk }: { readonly desk: PresetDesk }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isNaming, setNaming] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNaming) nameField.current?.select()
  }, [isNaming])
  const { presets, preset, change, edit } = desk
  const name = nameOf(preset, language)
  const label = (one: Preset): string => {
    const called = nameOf(one, language)
    const changed = isChanged({ kept: presets.kept, id: one.id })
    return changed ? t('presetChanged', { name: called }) : called
  }
  if (isNaming)
    return (
      <form
        className={styles['presets']}
        onSubmit={(event) => {
          event.preventDefault()
          setNaming(false)
        }}
      >
        <TextInput
          className={styles['grow'] ?? ''}
          label={t('presetName')}
          ref={nameField}
          maxLength={longestHeading}
          value={preset.name}
          placeholder={name}
          onChange={(event) => edit({ kind: 'name', name: event.currentTarget.value })}
        />
        <Button type="submit">{t('presetNameDone')}</Button>
      </form>
    )
  return (
    <div className={styles['presets']}>
      <NativeSelect
        className={styles['grow'] ?? ''}
        label={t('preset')}
        data-autofocus
        value={preset.id}
        data={presetsOf(presets.kept).map((one) => ({ value: one.id, label: label(one) }))}
        onChange={(event) => change({ ...presets, id: event.currentTarget.value })}
      />
      <Button
        variant="default"
        disabled={presets.kept.length >= mostPresets}
        onClick={() => {
          change(copyPreset(presets, crypto.randomUUID(), t('presetCopyOf', { name })))
          setNaming(true)
        }}
      >
        {t('presetCopy')}
      </Button>
      <Button variant="default" onClick={() => setNaming(true)}>
        {t('presetRename')}
      </Button>
      {isBuiltIn(preset.id) ? (
        <Button
          variant="default"
          disabled={!isChanged(presets)}
          onClick={() => change(dropPreset(presets))}
        >
          {t('presetReset')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => change(dropPreset(presets))}>
          {t('presetDelete')}
        </Button>
      )}
    </div>
  )
}
