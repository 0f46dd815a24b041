import type { Quad } from '../../core/license/reading.ts'
import type { Row } from './rows.ts'

/** One of several cards in an image. */
export interface CardFrame {
  /** Of its row. */
  readonly id: string
  /** Counted from 1, in reading order. */
  readonly index: number
  readonly card: Quad
  readonly isSelected: boolean
}

/** Around the cards in the image of a row, where there are several; of those that left the list there is none. */
export function framesOf(rows: readonly Row[], current: Row): readonly CardFrame[] {
  if (!isOfSeveral(current)) return []
  return rows.flatMap((row) => {
    const { place, image } = row.record?.reading ?? {}
    if (row.job.id !== current.job.id || place === undefined || image?.card === undefined) return []
    const isSelected = row.id === current.id
    return [{ id: row.id, index: place.index, card: image.card, isSelected }]
  })
}

export const isOfSeveral = ({ record }: Row): boolean => (record?.reading.place?.of ?? 1) > 1
