/** The outcome of something that is expected to fail now and then; a thrown error is a bug. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Problem }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const fail = <Problem>(error: Problem): Result<never, Problem> => ({ ok: false, error })

/** Ends a switch over a closed union: a new member that nobody handled fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
