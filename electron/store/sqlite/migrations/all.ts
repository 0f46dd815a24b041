import { first } from './0001-first.ts'
import { imagesOfRecords } from './0002-images-of-records.ts'
import { doNotRent } from './0003-do-not-rent.ts'
import { imageNames } from './0004-image-names.ts'
import type { Migration } from './migration.ts'

/** In order. */
export const migrations: readonly Migration[] = [first, imagesOfRecords, doNotRent, imageNames]
