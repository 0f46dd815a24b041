import path from 'node:path'

/**
 * The files and folders named on a command line: switches are left out, relative paths are made absolute.
 * @param leading how many words, besides switches, name the program itself
 */
export const askedPaths = (
  words: readonly string[],
  leading: number,
  workingFolder: string,
): string[] =>
  words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .slice(leading)
    .map((word) => path.resolve(workingFolder, word))
