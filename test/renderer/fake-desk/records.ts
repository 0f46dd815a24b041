import type { Job } from '../../../core/jobs/job.ts'
import { type FieldName, type License, mapFields } from '../../../core/license/field.ts'
import type { FieldReading, Point, Quad, Reading } from '../../../core/license/reading.ts'
import type { LicenseRecord } from '../../../core/license/record.ts'
import { cardSize, lines, people, widthOf } from './cards.ts'

type Turn = Reading['image']['turn']

/** How the image with this number lies: some are on their side, some are photos with a table around. */
export const poseOf = (index: number): { readonly turn: Turn; readonly photo: boolean } => ({
  turn: index % 5 === 2 ? 90 : 0,
  photo: index % 4 === 1 || index % 5 === 2,
})

export const personOf = (index: number): License => {
  const person = people[index % people.length]
  if (person === undefined) throw new Error('there are people')
  return person
}

/** From a point of the card to a point of the image in which it lies. */
function place(turn: Turn, photo: boolean): (point: Point) => Point {
  const wide = photo ? 3000 : cardSize.width
  const [dx, dy] = photo ? [700, 560] : [0, 0]
  return ([x, y]) => (turn === 90 ? [y + dy, wide - (x + dx)] : [x + dx, y + dy])
}

function boxOf(field: FieldName, license: License, turn: Turn, photo: boolean): Quad[] {
  const line = lines.find((one) => one.field === field)
  if (line === undefined) return []
  const text = line.text(license)
  const to = place(turn, photo)
  const [right, bottom] = [line.x + widthOf(text, line.size), line.y + line.size]
  return [[to([line.x, line.y]), to([right, line.y]), to([right, bottom]), to([line.x, bottom])]]
}

function sure(field: FieldName, license: License, turn: Turn, photo: boolean): FieldReading {
  const value = license[field]
  return {
    raw: value,
    value,
    confidence: 0.99,
    characters: [...value].map((text) => ({ text, confidence: 0.99 })),
    boxes: boxOf(field, license, turn, photo),
    origin: 'read',
    doubts: [],
  }
}

/** The same, read as `wrong`; what is not in the right value is unsure. */
const unsure = (reading: FieldReading, wrong: string, confidence: number): FieldReading => ({
  ...reading,
  raw: wrong,
  value: wrong,
  confidence,
  characters: [...wrong].map((text) => ({
    text,
    confidence: reading.value.includes(text) ? 0.98 : confidence,
  })),
})

export function recordOf(index: number): LicenseRecord {
  const { turn, photo } = poseOf(index)
  const license = personOf(index)
  const fields = mapFields((field) => sure(field, license, turn, photo))
  const doubtful =
    index % 4 === 1
      ? {
          name: unsure(fields.name, '余明远', 0.71),
          address: {
            ...unsure(fields.address, license.address.replace('郾', ''), 0.83),
            doubts: [{ kind: 'gap' as const, after: 6 }],
          },
        }
      : index % 4 === 2
        ? {
            address: unsure(fields.address, license.address.replace('6号楼', '8号楼'), 0.66),
            ...(index % 8 === 6
              ? { valid_to: { ...fields.valid_to, origin: 'derived' as const } }
              : {}),
            ...(index % 8 === 2
              ? {
                  id_num: {
                    ...unsure(fields.id_num, license.id_num.replace('0426', '0428'), 0.8),
                    doubts: [
                      { kind: 'readers-differ' as const, other: license.id_num, reader: 'wechat' },
                    ],
                  },
                }
              : {}),
          }
        : {}
  const [width, height] = photo ? [3000, 2250] : [cardSize.width, cardSize.height]
  return {
    id: `record-${index}`,
    source: sourceOf(index),
    recognizer: 'offline',
    reading: {
      style: 'current',
      medium: 'print',
      hindrances: [],
      image: turn === 90 ? { width: height, height: width, turn } : { width, height, turn },
      fields: { ...fields, ...doubtful },
    },
    decisions: {},
    readAt: '2026-11-24T02:00:00.000Z',
    ms: 640,
  }
}

const sourceOf = (index: number) => {
  const name =
    index % 6 === 5 ? `IMG_${2290 + index}.jpg` : `扫描${String(index + 1).padStart(4, '0')}.jpg`
  return { path: `/home/desk/图片/${name}`, name, page: 1 }
}

export function jobOf(index: number): Job {
  const base = { id: `job-${index}`, source: sourceOf(index) }
  if (index % 6 === 5) {
    const kinds = ['unreadable-license', 'no-license', 'engine-timed-out'] as const
    const kind = kinds[Math.floor(index / 6) % kinds.length] ?? 'no-license'
    return {
      ...base,
      state: { kind: 'failed', failure: { kind, message: 'detector found 3 lines' } },
    }
  }
  return { ...base, state: { kind: 'done', recordIds: [`record-${index}`] } }
}
