import path from 'node:path'
import sharp from 'sharp'
import type { FieldName } from '../../../core/license/field.ts'
import { addYears } from '../../../core/license/parse/date.ts'
import type { FieldReading } from '../../../core/license/reading.ts'
import { readAs, recordWith } from '../../core/license/sample.ts'
import { newFolder } from './launch-desk.ts'
import { programTold, type Told } from './told-program.ts'

/** What is read of each license, by the name of its picture. */
export type ToldPeople = Readonly<Record<string, Partial<Record<FieldName, FieldReading>>>>

/** A day from today, `YYYY-MM-DD`. */
export const inDays = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** A license first issued ten years ago, which is valid until a day. */
export const until = (end: string): ToldPeople[string] => ({
  issue_date: readAs(addYears(end, -12)),
  valid_from: readAs(addYears(end, -6)),
  valid_to: readAs(end),
})

/** The program with an engine that reads these licenses, and their pictures. */
export async function programToldOf(
  people: ToldPeople,
): Promise<{ readonly program: string; readonly pictures: readonly string[] }> {
  const folder = await newFolder()
  const told = Object.entries(people).map(([name, read]): [string, Told] => [
    name,
    { kind: 'readings', readings: [recordWith(read).reading] },
  ])
  const pictures = told.map(([name]) => path.join(folder, name))
  for (const [at, picture] of pictures.entries())
    await sharp({
      create: {
        width: 1000,
        height: 700,
        channels: 3,
        background: { r: 190, g: 200 + at, b: 195 },
      },
    })
      .jpeg()
      .toFile(picture)
  return { program: await programTold(Object.fromEntries(told)), pictures }
}
