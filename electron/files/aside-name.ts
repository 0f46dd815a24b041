import path from 'node:path'

/** An instant as a part of a file's name; later ones come later. */
export const stampOf = (at: Date): string => at.toISOString().replaceAll(/[:.]/g, '-')

/** Where a file that was found broken goes, beside its old place. */
export function asideName(file: string, at: Date): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.broken-${stampOf(at)}${ext}`)
}
