/** How `npm start` was called. */
export interface StartWish {
  /** Open, wait for the first screen, close; with a path, leave a picture of it there. */
  readonly smoke: { readonly picture: string | undefined } | undefined
  /** Files and folders to open, and switches for the program. */
  readonly words: readonly string[]
}

/** `--smoke` or `--smoke=<picture.png>`; everything else is the program's. */
export function readStart(args: readonly string[]): StartWish {
  const wish = args.find((word) => word === '--smoke' || word.startsWith('--smoke='))
  const picture = wish?.split('=').slice(1).join('=')
  return {
    smoke: wish === undefined ? undefined : { picture: picture === '' ? undefined : picture },
    words: args.filter((word) => word !== wish),
  }
}
