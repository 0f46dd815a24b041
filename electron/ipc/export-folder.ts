import { fail, ok } from '../../core/result.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { Answers } from './serve.ts'

export interface ExportFolderParts {
  readonly settings: SettingsStore
  /** Opens the system's dialog; nothing when the person closed it. */
  readonly askExportFolder: (folder: string) => Promise<string | undefined>
  readonly isLocked: () => boolean
}

/** Where spreadsheets go when nobody says otherwise; only a person chooses that. */
export const exportFolderAnswers = ({
  settings,
  askExportFolder,
  isLocked,
}: ExportFolderParts): Pick<Answers, 'settings:pick-export-folder'> => ({
  'settings:pick-export-folder': async () => {
    const folder = await askExportFolder(settings.read().exportFolder)
    if (isLocked()) return fail({ kind: 'locked', detail: 'settings:pick-export-folder' })
    return ok(folder === undefined ? settings.read() : settings.change({ exportFolder: folder }))
  },
})
