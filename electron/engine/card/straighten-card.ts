import type { Quad } from '../../../core/license/reading.ts'
import { applyHomography, homographyBetween } from '../geometry/homography.ts'
import { distance, mapQuad } from '../geometry/quad.ts'
import type { Raster } from '../geometry/raster.ts'
import { warp } from '../geometry/warp.ts'
import type { CardPlace } from '../locate/locate-card.ts'

/** A card cut out of its picture and turned upright. */
export interface Card {
  readonly raster: Raster
  /** Where the title stands, in pixels of `raster`; nothing when it was not found. */
  readonly title: Quad | undefined
  /** From pixels of `raster` to pixels of the picture. */
  readonly toPicture: (quad: Quad) => Quad
}

/** Width in pixels: small cards are enlarged to the one, large ones reduced to the other. */
const least = 800
const most = 1600
const mostSamples = 3

export function straightenCard(picture: Raster, { quad, title }: CardPlace): Card {
  const across = distance(quad[0], quad[1])
  const down = distance(quad[0], quad[3])
  const width = Math.round(Math.min(most, Math.max(across, least)))
  const height = Math.max(1, Math.round((width * down) / across))
  const samples = Math.max(1, Math.min(mostSamples, Math.round(across / width)))
  const upright: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  return {
    raster: warp(picture, quad, width, height, samples),
    title: title && mapped(quad, upright)(title),
    toPicture: mapped(upright, quad),
  }
}

function mapped(from: Quad, to: Quad): (quad: Quad) => Quad {
  const map = homographyBetween(from, to)
  return (quad) => mapQuad(quad, (point) => applyHomography(map, point))
}
