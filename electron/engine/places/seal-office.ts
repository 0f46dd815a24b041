import { editDistance } from './edit-distance.ts'
import type { NearName } from './check-place.ts'

/** The traffic police as it signs licenses, behind the name of its place. */
export const offices = [
  '公安局交通警察支队',
  '公安局交通警察总队',
  '公安局交通警察大队',
  '公安局公安交通管理局',
  '公安局交通管理局',
  '公安局交通管理支队',
  '公安局交通巡逻警察支队',
  '公安局交通巡逻警察总队',
  '公安局巡逻交通警察支队',
  '公安局车辆管理所',
  '公安厅交通警察总队',
  '公安厅交通管理局',
  '公安局交通警察支队车辆管理所',
  '公安局交通管理局车辆管理所',
] as const

/** What stands behind the place on a seal, where it is no office that signs licenses; the nearest one with it. */
export function checkOffice(text: string): NearName | undefined {
  if (offices.some((office) => office === text)) return undefined
  const [nearest = ''] = offices.toSorted((a, b) => editDistance(a, text) - editDistance(b, text))
  return { read: text, known: editDistance(nearest, text) <= 3 ? nearest : '' }
}
