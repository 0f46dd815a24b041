type Graph = ReadonlyMap<string, readonly string[]>

/**
 * Every circle once, as the way around it: `[a, b]` where a names b and b names a. Of things that stand in several
 * circles through each other, the shortest one is told.
 */
export function circlesIn(graph: Graph): string[][] {
  return knots(graph).map((knot) => shortestWayAround(graph, new Set(knot)))
}

/** Groups in which everything reaches everything (Tarjan's strongly connected components), those of more than one. */
function knots(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (name: string): number => {
    const own = order.size
    order.set(name, own)
    lowest.set(name, own)
    open.push(name)
    let low = own
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === own) {
      const knot = open.splice(open.indexOf(name))
      if (knot.length > 1 || (graph.get(name) ?? []).includes(name)) found.push(knot.toSorted())
    }
    return low
  }
  for (const name of graph.keys()) if (!order.has(name)) visit(name)
  return found
}

function shortestWayAround(graph: Graph, knot: ReadonlySet<string>): string[] {
  const ways = [...knot].map((start) => wayBack(graph, knot, start))
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? [...knot]
}

/** From `start` back to itself, inside the knot, over as few as can be. */
function wayBack(graph: Graph, knot: ReadonlySet<string>, start: string): string[] {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way
      if (!knot.has(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return [...knot]
}
