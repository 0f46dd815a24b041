/** A row of the list: a folder (`core/words/`), with folders inside it that belong to it, or one file. */
export interface Room {
  readonly name: string
  readonly floor: number
  /** Folders, each with `/` at its end, or the one file. */
  readonly places: readonly string[]
}

/**
 * The rooms that the tables of `docs/architecture.md` list, one a row: `| floor | room | what lives there |`. A room is
 * a folder or a file between backticks; what stands between backticks after it are folders inside it that belong to it.
 */
export function roomsOn(page: string): Room[] {
  return [...page.matchAll(/^\| *(\d+) *\| *(`[^|]+) *\|/gm)].map(([, floor, cell = '']) => {
    const [name = '', ...inside] = [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    return { name, floor: Number(floor), places: [name, ...inside.map((part) => name + part)] }
  })
}
