/** Ids of records that are not shown, as another that is still there stands for them. */
export const hiddenIn = (
  merged: ReadonlyMap<string, string>,
  isThere: (id: string) => boolean,
): ReadonlySet<string> => new Set([...merged].filter(([, into]) => isThere(into)).map(([id]) => id))
