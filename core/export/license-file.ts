import { z } from 'zod'
import { fieldNames } from '../license/field.ts'
import { lawAsOf } from '../license/law.ts'
import { lights } from '../verdict/reason.ts'
import type { RentalVerdict } from '../verdict/rental.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { errorsOf, type ExportEntry, isSecondPageDoubted } from './entry.ts'
import { maskedNumber } from './masked-number.ts'

/** Grows when something changes that a reader must know; what is only added leaves it. */
const licenseFileVersion = 1

const dayForm = 'YYYY-MM-DD, or what a person typed where that is no date, or empty'
const day = z.string()
const light = z.enum(lights)
const text = z.string().describe('as on the card, empty where nothing was found')

/** One license as other programs get it. */
export const licenseFile = z
  .object({
    format: z.literal('license-desk/license').describe('what this file is'),
    version: z.literal(licenseFileVersion),
    recordId: z
      .string()
      .describe('the same license keeps it; a later file of that id takes its place'),
    exportedAt: z.iso.datetime().describe('UTC'),
    readAt: z.iso.datetime().describe('UTC'),
    license: z.object({
      id_num: text.describe('证号, 18 characters on mainland cards; text, never a number'),
      name: text.describe('姓名'),
      sex: text.describe('性别: 男 or 女'),
      nationality: text.describe('国籍'),
      address: text.describe('住址'),
      birth_date: day.describe(`出生日期, ${dayForm}`),
      issue_date: day.describe(`初次领证日期, ${dayForm}`),
      car_class: text.describe('准驾车型, such as C1 or A1D'),
      valid_from: day.describe(`有效期起, ${dayForm}`),
      valid_to: day.describe(`有效期止, ${dayForm}, or 长期`),
      official_seal: text.describe('发证机关印章'),
    }),
    secondPage: z
      .object({
        fileNumber: z.string().describe('档案编号'),
        record: z.string().describe('记录'),
        doubted: z
          .boolean()
          .describe('whether it should be looked at: nothing there can be confirmed'),
      })
      .nullable()
      .describe('副页, where it was in the picture'),
    review: z.object({
      state: z
        .enum(['ready', 'checked', 'open'])
        .describe('open: somebody still has to look at `fields`'),
      fields: z.array(z.enum(fieldNames)).describe('that nobody has looked at yet'),
      errors: z.array(z.enum(fieldNames)).describe('those of them that cannot be right'),
      decided: z.array(z.enum(fieldNames)).describe('that a person confirmed or corrected'),
    }),
    source: z.object({
      name: z.string().describe('name of the image file'),
      page: z.int().positive(),
      card: z.int().positive().describe('which of the licenses in the picture, counted from 1'),
    }),
    medium: z.enum(['print', 'copy', 'electronic']),
    verdict: z
      .object({
        for: z
          .enum(['rental', 'school'])
          .describe('what licenses were looked at for: a rental, or a further class'),
        rental: z
          .object({
            vehicle: z.string().describe('class that the car needs, such as C1'),
            pickUp: day.describe('YYYY-MM-DD'),
            return: day.describe('YYYY-MM-DD'),
          })
          .optional()
          .describe('only for a rental'),
        light: light.describe('green: yes; amber: look first; red: not as it is'),
        reasons: z
          .array(z.object({ kind: z.string().describe('more may be added'), light }))
          .describe('those that weigh most first'),
        asOf: day.describe('the day from which the regulations behind it are in force'),
      })
      .optional()
      .describe(
        'as of `exportedAt`; left out where licenses are looked at for nothing in particular',
      ),
  })
  .describe('A driving license that LicenseDesk read.')

/** Several of them in one file. */
export const licensesFile = z
  .object({
    format: z.literal('license-desk/licenses').describe('what this file is'),
    version: z.literal(licenseFileVersion),
    exportedAt: z.iso.datetime().describe('UTC'),
    licenses: z.array(licenseFile),
  })
  .describe('Driving licenses that LicenseDesk read.')

export type LicenseFile = z.output<typeof licenseFile>
export type LicensesFile = z.output<typeof licensesFile>

/**
 * @param exportedAt here and below: UTC instant, ISO 8601
 */
export function licenseFileOf(entry: ExportEntry, exportedAt: string): LicenseFile {
  const { record, review, verdict } = entry
  const { secondPage, place, medium } = record.reading
  const decided = fieldNames.filter((field) => record.decisions[field] !== undefined)
  const fields = review.items.map(({ field }) => field)
  return {
    format: 'license-desk/license',
    version: licenseFileVersion,
    recordId: record.id,
    exportedAt,
    readAt: record.readAt,
    license: review.license,
    secondPage:
      secondPage === undefined
        ? null
        : {
            fileNumber: secondPage.fileNumber.value,
            record: secondPage.record.value,
            doubted: isSecondPageDoubted(entry),
          },
    review: {
      state: fields.length > 0 ? 'open' : decided.length > 0 ? 'checked' : 'ready',
      fields,
      errors: [...errorsOf(entry)],
      decided,
    },
    source: { name: record.source.name, page: record.source.page, card: place?.index ?? 1 },
    medium,
    ...(verdict === undefined ? {} : { verdict: verdictIn(verdict) }),
  }
}

const verdictIn = (verdict: Verdict): NonNullable<LicenseFile['verdict']> => ({
  for: verdict.kind,
  ...(verdict.kind === 'rental' ? { rental: rentalIn(verdict) } : {}),
  light: verdict.light,
  reasons: verdict.reasons.map(({ kind, light: weight }) => ({ kind, light: weight })),
  asOf: lawAsOf,
})

const rentalIn = ({ wish: { vehicle, pickUp, giveBack } }: RentalVerdict) => ({
  vehicle,
  pickUp,
  return: giveBack,
})

/** @param numbers whether the day of birth in the numbers is hidden */
export const licensesFileOf = (
  entries: readonly ExportEntry[],
  exportedAt: string,
  numbers: 'full' | 'masked',
): LicensesFile => ({
  format: 'license-desk/licenses',
  version: licenseFileVersion,
  exportedAt,
  licenses: entries.map((entry) => {
    const file = licenseFileOf(entry, exportedAt)
    if (numbers === 'full') return file
    return { ...file, license: { ...file.license, id_num: maskedNumber(file.license.id_num) } }
  }),
})
