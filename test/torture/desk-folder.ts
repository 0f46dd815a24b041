import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Album, type Known, openAlbum, type Picture } from './images.ts'

/** One data folder with everything around it: images, the table, the key, what the caller of the program knows. */
export interface DeskFolder {
  readonly root: string
  readonly data: string
  readonly keyFile: string
  readonly tables: string
  readonly table: string
  readonly album: Album
  /** Hashes of the images that were seen on the list. */
  readonly onList: Set<string>
  readonly newImages: (count: number, picture?: Picture) => readonly Known[]
}

export function makeDeskFolder(root: string): DeskFolder {
  const [data, tables, images] = ['data', 'tables', 'images'].map((name) => path.join(root, name))
  if (data === undefined || tables === undefined || images === undefined) throw new Error('names')
  for (const folder of [data, tables, images]) mkdirSync(folder, { recursive: true })
  const album = openAlbum(images)
  return {
    root,
    data,
    keyFile: path.join(root, 'desk.key'),
    tables,
    table: path.join(tables, 'licenses.csv'),
    album,
    onList: new Set(),
    newImages: (count, picture = 'tiny') => Array.from({ length: count }, () => album.add(picture)),
  }
}
