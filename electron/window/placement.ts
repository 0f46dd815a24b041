import { z } from 'zod'

/** Where the window stood when it was closed last; lengths in device-independent pixels. */
const placement = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})

export type Placement = z.output<typeof placement>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const leastSize = { width: 1024, height: 640 }
const firstSize = { width: 1360, height: 860 }

/**
 * Where to open the window: as it was left, but inside a display that is there now.
 * @param kept what was kept of the last time, unchecked
 * @param areas usable areas of the displays, the primary one first
 */
export function placeWindow(kept: unknown, areas: readonly Area[]): Placement {
  const [primary = { x: 0, y: 0, ...firstSize }] = areas
  const left = placement.safeParse(kept)
  const wanted = left.success ? left.data : { ...centered(primary), maximized: false }
  const area = areas.toSorted((a, b) => overlap(b, wanted) - overlap(a, wanted))[0] ?? primary
  const home = overlap(area, wanted) > 0 ? area : primary
  const width = Math.min(Math.max(wanted.width, leastSize.width), home.width)
  const height = Math.min(Math.max(wanted.height, leastSize.height), home.height)
  return {
    x: between(wanted.x, home.x, home.x + home.width - width),
    y: between(wanted.y, home.y, home.y + home.height - height),
    width,
    height,
    maximized: wanted.maximized,
  }
}

function centered(area: Area): Area {
  const width = Math.min(firstSize.width, area.width)
  const height = Math.min(firstSize.height, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

/** Common area of two rectangles, in square pixels. */
function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most)
