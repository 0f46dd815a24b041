/** Seals texts with a key that the system keeps. */
export interface Sealer {
  /** Whether that key is kept so that no other person and no copied disk can open what is sealed. */
  isReal(): boolean
  seal(text: string): string
  /** Throws when the key is another one now, or gone. */
  open(sealed: string): string
}
