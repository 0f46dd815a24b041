/**
 * Records together with all that are merged into one with them, in either direction.
 * @param merged which record stands for each that was merged
 */
export function withFamilies(
  ids: readonly string[],
  merged: ReadonlyMap<string, string>,
): readonly string[] {
  const heads = new Set(ids.map((id) => merged.get(id) ?? id))
  const members = [...merged].flatMap(([id, into]) => (heads.has(into) ? [id] : []))
  return [...new Set([...ids, ...heads, ...members])]
}

/** Records, and those that they stand for. */
export function withMembers(
  ids: readonly string[],
  merged: ReadonlyMap<string, string>,
): readonly string[] {
  const heads = new Set(ids)
  return [
    ...new Set([...ids, ...[...merged].flatMap(([id, into]) => (heads.has(into) ? [id] : []))]),
  ]
}
