/** One step of the schema; once it has been in a version of the program it is never edited. */
export interface Migration {
  /** 1, 2, … without a gap. */
  readonly number: number
  readonly name: string
  /** The first version of the program that has it. */
  readonly since: string
  readonly sql: string
}
