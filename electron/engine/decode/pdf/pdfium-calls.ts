/** PDFium as it was compiled, with a memory of its own that reaches nothing of this process. */
export interface Pdfium {
  /** Calls one of its functions; what it gives is a number, as are its pointers. */
  readonly call: (name: string, ...given: readonly number[]) => number
  /** What stands in its memory from `at` on; good until the next call. */
  readonly memory: (at: number, length: number) => Uint8Array
}
