import type { Case } from './cases.ts'
import type { Figure } from './figures.ts'

export async function memoryFigures(_cards: readonly Case[]): Promise<Figure[]> {
  return []
}
