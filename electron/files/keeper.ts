/** How a file was found at the start. */
export type FileFound =
  | { readonly kind: 'sound' }
  /** It could not be read: it stands aside, and the copy of the last good one, or nothing, took its place. */
  | { readonly kind: 'restored' | 'lost'; readonly aside: string }

/** Where something is kept between two starts. */
export interface Keeper<Value> {
  load(): unknown
  /** What is not in it any more is gone from the file. */
  save(value: Value): void
}
