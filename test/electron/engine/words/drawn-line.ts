import type { Raster } from '../../../../electron/engine/geometry/raster.ts'

const height = 48

/** A line's cut: paper with ink between the given columns, from row 12 to 36 unless told. */
export function drawnLine(
  width: number,
  ink: readonly (readonly [from: number, to: number])[],
  { top = 12, bottom = 36, level = 20 } = {},
): Raster {
  const data = new Uint8Array(width * height * 3).fill(230)
  for (const [from, to] of ink)
    for (let y = top; y < bottom; y++)
      data.fill(level, (y * width + from) * 3, (y * width + to) * 3)
  return { data, width, height }
}
