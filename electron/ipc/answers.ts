import { accountAnswers, type AccountParts } from './account.ts'
import { deskAnswers } from './desk.ts'
import { type ExportParts, exportAnswers } from './export.ts'
import { type IntakeParts, intakeAnswers } from './intake.ts'
import { jobAnswers } from './jobs.ts'
import { recordAnswers } from './records.ts'
import type { Answers } from './serve.ts'
import { settingsAnswers } from './settings.ts'
import type { Desk } from '../desk.ts'

/** Everything the window may ask, answered by the desk. */
export const answersOf = (
  parts: IntakeParts & ExportParts & AccountParts & { readonly desk: Desk },
): Answers => ({
  ...deskAnswers(parts.desk),
  ...intakeAnswers(parts),
  ...jobAnswers(parts.desk),
  ...recordAnswers(parts.desk),
  ...exportAnswers(parts),
  ...settingsAnswers(parts.settings),
  ...accountAnswers(parts),
})
