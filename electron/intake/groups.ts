const smallest = 1
const largest = 256

/** Groups twice as large each time, so that the first comes soon and many come in few. */
export async function* inGrowingGroups<Item>(
  items: AsyncIterable<Item>,
): AsyncGenerator<readonly Item[]> {
  let group: Item[] = []
  let size = smallest
  for await (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
    size = Math.min(2 * size, largest)
  }
  if (group.length > 0) yield group
}
