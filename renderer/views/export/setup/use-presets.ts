import { useCallback, useEffect, useRef, useState } from 'react'
import {
  editPreset,
  keepPreset,
  type PresetEdit,
  type Presets,
} from '../../../../core/layout/edit-preset.ts'
import { type Preset, presetBy } from '../../../../core/layout/preset.ts'
import { useSession } from '../../../state/session-context.ts'

/** Milliseconds after the last key before what is typed is kept. */
const pauseBeforeKeeping = 400

export interface PresetDesk {
  readonly presets: Presets
  /** The one in use, as it stands now. */
  readonly preset: Preset
  readonly edit: (edit: PresetEdit) => void
  readonly change: (next: Presets) => void
  /** Keeps at once what was changed; resolves when it is kept. */
  readonly keep: () => Promise<void>
}

/** The presets while they are worked on: shown at once, kept when the hand rests and when the dialog is left. */
export function usePresets(): PresetDesk {
  const { settings, actions } = useSession()
  const [presets, setPresets] = useState<Presets>(() => {
    const { exportPresets: kept, exportPreset: id } = settings.get()
    return { kept, id }
  })
  const due = useRef<{ readonly presets: Presets; readonly timer: number } | null>(null)
  const keep = useCallback(async () => {
    if (due.current === null) return
    const { presets: last, timer } = due.current
    window.clearTimeout(timer)
    due.current = null
    await actions.set({ exportPresets: [...last.kept], exportPreset: last.id })
  }, [actions])
  useEffect(() => () => void keep(), [keep])
  const change = useCallback(
    (next: Presets) => {
      setPresets(next)
      if (due.current !== null) window.clearTimeout(due.current.timer)
      due.current = {
        presets: next,
        timer: window.setTimeout(() => void keep(), pauseBeforeKeeping),
      }
    },
    [keep],
  )
  const preset = presetBy(presets.kept, presets.id)
  return {
    presets,
    preset,
    change,
    keep,
    edit: (edit) => change(keepPreset(presets, editPreset(preset, edit))),
  }
}
