import type { Refusal } from './contract.ts'

/** A file that is refused again is told once, as the newest. */
export function joinRefusals(
  before: readonly Refusal[],
  now: readonly Refusal[],
): readonly Refusal[] {
  const all = new Map<string, Refusal>()
  for (const one of [...before, ...now]) {
    const key = `${one.kind} ${one.path}`
    all.delete(key)
    all.set(key, one)
  }
  return [...all.values()]
}
