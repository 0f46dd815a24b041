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

/** What a person is asked about a document, and can answer. */
const asks: ReadonlySet<Refusal['kind']> = new Set([
  'password-needed',
  'pages-left',
  'no-such-page',
])

/** Without what is answered when these documents are taken in once more. */
export const withoutAnswered = (
  refused: readonly Refusal[],
  paths: readonly string[],
): readonly Refusal[] =>
  refused.filter(({ kind, path }) => !asks.has(kind) || !paths.includes(path))
