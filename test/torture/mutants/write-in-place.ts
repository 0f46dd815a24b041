import { change } from './change.ts'

/** The table is written where it stands. */
change({
  file: 'electron/export/write-verified.ts',
  replacements: [
    ['const temporary = temporaryBeside(target)', 'const temporary = target'],
    ['await files.rm(temporary, { force: true }).catch(() => undefined)', ''],
    ["import { temporaryBeside } from '../files/temporary.ts'\n", ''],
  ],
})
