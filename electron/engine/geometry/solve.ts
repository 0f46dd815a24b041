/**
 * Solves as many linear equations as there are unknowns; each row carries its right side as last column and is used up.
 * Gauss-Jordan elimination with partial pivoting.
 */
export function solve(rows: number[][]): number[] {
  const size = rows.length
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(cell(row, column)) > Math.abs(cell(pivot, column))) pivot = row
    }
    const pivotRow = rows[pivot] ?? []
    rows[pivot] = rows[column] ?? []
    rows[column] = pivotRow
    for (const row of rows) {
      if (row === pivotRow) continue
      const factor = (row[column] ?? 0) / (pivotRow[column] || Number.EPSILON)
      if (factor === 0) continue
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0)
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] || Number.EPSILON))
}
