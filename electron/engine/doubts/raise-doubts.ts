import type { Drafts } from '../extract/extract.ts'
import type { Raster } from '../geometry/raster.ts'
import type { Models } from '../models/models.ts'
import type { FieldReadings } from '../read-license.ts'

/** What the doubts are raised from. */
export interface Evidence {
  readonly models: Models
  /** The straightened card. */
  readonly card: Raster
  readonly drafts: Drafts
  readonly fields: FieldReadings
}

export async function raiseDoubts({ fields }: Evidence): Promise<FieldReadings> {
  return fields
}
