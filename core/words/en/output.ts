/** Why the command line does not write what it was asked to; nothing was read either. */
export const output = {
  refused: {
    isInput: '{{path}} is to be read and is never replaced. Choose another name.',
    isImage: '{{path}} is an image and is never replaced. Choose another name.',
    isFolder: '{{path}} is a folder. Give the name of a file.',
    isNoFile: '{{path}} is not a file. Choose another name.',
    isOutput: '{{path}} and {{other}} are the same file. Choose another name.',
    isKept: '{{path}} is in the folder where records are kept. Choose another folder.',
    isForeign:
      '{{path}} already exists and was not written by this program. Choose another name, or add --force to replace it.',
    dataIsFile: '{{path}} is a file. Give a folder to --data.',
    dataIsInput: '{{path}} is to be read. Keep the records in another folder.',
  },
  standardOutput: 'standard output',
  folderGone: 'The current folder no longer exists. Go to one that does, and try again.',
} as const
