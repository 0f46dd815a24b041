import type { Handlers } from '../../../core/ipc/contract.ts'
import type { Settings } from '../../../core/settings/settings.ts'

type Manners =
  | 'program:about'
  | 'program:report'
  | 'program:save-report'
  | 'program:reveal-report'
  | 'settings:pick-export-folder'

/** What is beside the work, with made-up versions. */
export const fakeManners = (settings: () => Settings): Pick<Handlers, Manners> => ({
  'program:about': async () => ({
    versions: [{ name: 'LicenseDesk', version: '0.1.0' }],
    notices: [{ title: 'MIT License', text: 'Permission is hereby granted…' }],
  }),
  'program:report': async () => 'LicenseDesk report',
  'program:save-report': async () => ({ kind: 'saved', path: '/home/desk/文档/report.txt' }),
  'program:reveal-report': async () => null,
  'settings:pick-export-folder': async () => settings(),
})
