/** Files and folders that the system named, as on a command line; they wait until the records are open. */
export interface NamedPaths {
  come(paths: readonly string[]): void
  /** From now on they are taken in as they come, and first those that waited. */
  takeTo(add: (paths: readonly string[]) => void): void
}

export function createNamedPaths(): NamedPaths {
  const waiting: string[] = []
  let add: ((paths: readonly string[]) => void) | undefined
  const come = (paths: readonly string[]): void => {
    if (paths.length === 0) return
    if (add === undefined) waiting.push(...paths)
    else add(paths)
  }
  return {
    come,
    takeTo(take) {
      add = take
      come(waiting.splice(0))
    },
  }
}
