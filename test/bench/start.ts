import type { Case } from './cases.ts'
import type { Figure } from './figures.ts'

export async function startFigures(_card: Case | undefined): Promise<Figure[]> {
  return []
}
