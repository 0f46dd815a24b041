import { change } from './change.ts'

/** The table is written where it stands. */
change({
  file: 'electron/export/write-verified.ts',
  replacements: [
    ['const temporary = temporaryBeside(place)', 'const temporary = place'],
    ['files.open(file, flags, 0o600)', "files.open(file, 'w', 0o600)"],
    ['await files.rm(temporary, { force: true }).catch(() => undefined)', ''],
    ["import { temporaryBeside } from '../files/temporary.ts'\n", ''],
  ],
})
