import path from 'node:path'
import type { FieldName } from '../../../core/license/field.ts'
import { mapFields } from '../../../core/license/field.ts'
import type { FieldReading, Quad, Reading } from '../../../core/license/reading.ts'
import { readAs, soundLicense } from '../../core/license/sample.ts'
import { copyOf, sample } from './images.ts'
import { newFolder } from './launch-desk.ts'
import { programTold, type Told } from './told-program.ts'

/** What the engine says of one card: some fields otherwise than on a sound license. */
export type ToldCard = Partial<Record<FieldName, FieldReading>>

const lineOf = (index: number): Quad => {
  const [top, bottom] = [60 + index * 44, 90 + index * 44]
  return [
    [120, top],
    [700, top],
    [700, bottom],
    [120, bottom],
  ]
}

const fieldOrder = Object.keys(soundLicense)

function readingOf(card: ToldCard): Reading {
  return {
    style: 'current',
    image: { width: 1000, height: 700, turn: 0 },
    medium: 'print',
    hindrances: [],
    fields: mapFields((field) => ({
      ...(card[field] ?? readAs(soundLicense[field])),
      boxes: [lineOf(fieldOrder.indexOf(field))],
    })),
  }
}

/**
 * The program, and images of which its engine says what it is told.
 * @param cards by the names of the images
 */
export async function toldCards(cards: Readonly<Record<string, ToldCard | 'no-license'>>): Promise<{
  readonly program: string
  readonly files: readonly string[]
}> {
  const folder = await newFolder()
  const files = await Promise.all(
    Object.keys(cards).map((name) =>
      copyOf(sample('前台拍照3.jpg'), path.join(folder, `${name}.jpg`)),
    ),
  )
  const told = Object.fromEntries(
    Object.entries(cards).map(([name, card]): [string, Told] => [
      `${name}.jpg`,
      card === 'no-license'
        ? { kind: 'failure', failure: { kind: 'no-license', detail: 'told' } }
        : { kind: 'readings', readings: [readingOf(card)] },
    ]),
  )
  return { program: await programTold(told), files }
}
