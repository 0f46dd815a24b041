import type { Job } from '../../../core/jobs/job.ts'
import { mapFields } from '../../../core/license/field.ts'
import type { Point, Quad } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { cardSize, drawCard } from './cards.ts'
import { personOf, recordOf } from './records.ts'

/** Four licenses copied on one sheet: where their top left corners are. */
const corners: readonly Point[] = [
  [120, 120],
  [2120, 160],
  [160, 1520],
  [2080, 1560],
]
const size = { width: 4000, height: 2900 }
/** Indices of people whose cards are sharp and upright. */
const upright = [0, 3, 4, 8]

const source = { path: '/home/desk/图片/四人复印件.jpg', name: '四人复印件.jpg', page: 1 }

/** One card of the sheet, with its place on it. */
function recordOn(at: number): LicenseRecord {
  const record = recordOf(upright[at] ?? 0)
  const [dx, dy] = corners[at] ?? [0, 0]
  const move = ([x, y]: Point): Point => [x + dx, y + dy]
  const moved = ([a, b, c, d]: Quad): Quad => [move(a), move(b), move(c), move(d)]
  const { width, height } = cardSize
  const { reading } = record
  return {
    ...record,
    id: `record-sheet-${at + 1}`,
    source,
    reading: {
      ...reading,
      place: { index: at + 1, of: corners.length },
      medium: at === 3 ? 'electronic' : 'copy',
      image: {
        ...size,
        turn: 0,
        card: moved([
          [0, 0],
          [width, 0],
          [width, height],
          [0, height],
        ]),
      },
      fields: mapFields((field) => ({
        ...reading.fields[field],
        boxes: reading.fields[field].boxes.map(moved),
      })),
      ...(at === 1 && {
        secondPage: {
          number: reading.fields.id_num,
          fileNumber: { value: '130100654321', confidence: 0.97 },
          record: { value: '实习期至2002年11月01日。', confidence: 0.72 },
        },
      }),
      hindrances: at === 2 ? [{ kind: 'glare' }, { kind: 'cut-off' }] : [],
    },
  }
}

export const sheetRecords: readonly LicenseRecord[] = corners.map((_, at) => recordOn(at))

export const sheetJob: Job = {
  id: 'job-sheet',
  source,
  state: {
    kind: 'done',
    recordIds: ['record-sheet-1', 'record-sheet-2', 'record-sheet-3', 'record-sheet-4'],
  },
}

/** The second page of a license of which the first is on the sheet. */
export const secondPageJob: Job = {
  id: 'job-second-page',
  source: { path: '/home/desk/图片/副页.jpg', name: '副页.jpg', page: 1 },
  state: {
    kind: 'failed',
    failure: {
      kind: 'second-page',
      message: 'labels of the second page',
      secondPage: {
        number: { value: personOf(3).id_num, confidence: 0.98 },
        fileNumber: { value: '130100654321', confidence: 0.97 },
        record: { value: '', confidence: null },
      },
    },
  },
}

export function drawSheet(): string {
  const cards = upright.map((index, at) => {
    const [x, y] = corners[at] ?? [0, 0]
    return drawCard(personOf(index), 0, false).replace('<svg ', `<svg x="${x}" y="${y}" `)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"><rect width="100%" height="100%" fill="#f4f4f0"/>${cards.join('')}</svg>`
}
