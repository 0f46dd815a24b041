/** What was to be written down could not be: nothing may be begun that relies on it. */
export class StoreProblem extends Error {
  readonly kind: 'disk-full' | 'store-failed'

  /** @param cause never shown to a person: it may name a file */
  constructor(kind: StoreProblem['kind'], cause?: unknown) {
    super(kind, { cause })
    this.name = 'StoreProblem'
    this.kind = kind
  }
}
