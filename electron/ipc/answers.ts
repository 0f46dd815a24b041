import { aboutAnswers, type AboutParts } from './about.ts'
import { accountAnswers, type AccountParts } from './account.ts'
import { auditAnswers } from './audit.ts'
import { cameraAnswers, type CameraParts } from './camera.ts'
import { type CustomerParts, customerAnswers } from './customers.ts'
import { deskAnswers } from './desk.ts'
import { doNotRentAnswers } from './do-not-rent.ts'
import { type ExportParts, exportAnswers } from './export.ts'
import { imageLinesAnswers, type ImageLinesParts } from './image-lines.ts'
import { exportFolderAnswers, type ExportFolderParts } from './export-folder.ts'
import { type IntakeParts, intakeAnswers } from './intake.ts'
import { jobAnswers } from './jobs.ts'
import { type KeptRecordsParts, keptRecordsAnswers } from './kept-records.ts'
import { type LockParts, lockAnswers } from './lock.ts'
import { type PeopleParts, peopleAnswers } from './people.ts'
import { type ProgramParts, programAnswers } from './program.ts'
import { recordAnswers, type RecordParts } from './records.ts'
import { retentionAnswers } from './retention.ts'
import type { Answers } from './serve.ts'
import { settingsAnswers, type SettingsParts } from './settings.ts'
import { supportAnswers, type SupportParts } from './support.ts'
import { type VaultPort, vaultAnswers } from './vault.ts'
import { type WalkParts, walkAnswers } from './walk.ts'
import { watchAnswers, type WatchParts } from './watch.ts'
import type { Desk } from '../desk/desk.ts'
import type { DoNotRent } from '../records/do-not-rent.ts'
import type { Retention } from '../records/retention.ts'
import type { AuditLog } from '../store/stores.ts'

type DoorParts = LockParts &
  SettingsParts &
  ProgramParts &
  AboutParts &
  SupportParts & { readonly vault: VaultPort }
type DoorChannel =
  | 'settings:read'
  | 'settings:change'
  | `lock:${string}`
  | `vault:${string}`
  | `program:${string}`
type DoorAnswers = Pick<Answers, Extract<keyof Answers, DoorChannel>>

/** What the window may ask before the records are open. */
export const doorAnswers = (parts: DoorParts): DoorAnswers => ({
  ...settingsAnswers(parts),
  ...lockAnswers(parts),
  ...vaultAnswers(parts.vault),
  ...programAnswers(parts),
  ...aboutAnswers(parts),
  ...supportAnswers(parts),
})

type DeskParts = IntakeParts &
  CameraParts &
  WatchParts &
  Omit<ExportParts, 'written'> &
  ExportFolderParts &
  AccountParts &
  KeptRecordsParts &
  ImageLinesParts &
  RecordParts &
  WalkParts &
  Omit<PeopleParts, 'written'> &
  Omit<CustomerParts, 'written'> & {
    readonly desk: Desk
    readonly retention: Retention
    readonly doNotRent: DoNotRent
    readonly audit: AuditLog
  }

/** What it may ask of the desk, once they are. */
export function answersOf(parts: DeskParts): Omit<Answers, keyof DoorAnswers> {
  const written = new Set<string>()
  return {
    ...deskAnswers(parts.desk),
    ...intakeAnswers(parts),
    ...watchAnswers(parts),
    ...cameraAnswers(parts),
    ...jobAnswers(parts.desk),
    ...recordAnswers(parts),
    ...keptRecordsAnswers(parts),
    ...imageLinesAnswers(parts),
    ...peopleAnswers({ ...parts, written }),
    ...customerAnswers({ ...parts, written }),
    ...retentionAnswers(parts.retention),
    ...doNotRentAnswers(parts.doNotRent),
    ...auditAnswers(parts.audit),
    ...exportAnswers({ ...parts, written }),
    ...exportFolderAnswers(parts),
    ...walkAnswers(parts),
    ...accountAnswers(parts),
  }
}
