/** What must not be: something lost, paid for twice, torn, left over or readable. */
export class Violation extends Error {
  override readonly name = 'Violation'
  /** The folder in which it is to be seen. */
  readonly folder: string

  constructor(during: string, folder: string, violations: readonly string[], said: string) {
    super(`${violations.join('; ')}\n  after ${during}\n  in ${folder}\n${said}`)
    this.folder = folder
  }
}
