import { z } from 'zod'
import { type FieldName, fieldNames, mapFields } from '../license/field.ts'
import { parseJson } from './json.ts'

/** Longer than anything that stands on a license. */
const longest = 1000

/** A text of an answer: missing and null are empty, a number is its digits. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? '')
const fieldText = text.pipe(z.string().max(longest))

/** 0 when missing or the string `"0"`. */
const errorCode = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\s*-?\d{1,15}\s*$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => value ?? 0)

const status = z.object({ errcode: errorCode, errmsg: text.catch('') })

const fields = z.object(mapFields(() => fieldText.catch('')))

/** The texts of an answer, `''` where nothing stands. */
export type WeChatAnswer = z.output<typeof fields>

/** What an answer says, before its meaning is looked at. */
export type Answer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  | {
      readonly kind: 'refused'
      readonly code: number
      readonly message: string
      /** Refused inside a cloud function, which was run. */
      readonly fromFunction?: true
    }
  | { readonly kind: 'page' }
  | { readonly kind: 'unreadable' }

/** The names of cloud calls and their own refusals, in the names of HTTPS calls. */
const snakeNames: Readonly<Record<string, FieldName | 'errcode' | 'errmsg'>> = {
  idNum: 'id_num',
  birthDate: 'birth_date',
  issueDate: 'issue_date',
  carClass: 'car_class',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  officialSeal: 'official_seal',
  errCode: 'errcode',
  errMsg: 'errmsg',
}

/** Reads an answer of any call: refused by its code, else what `shape` finds in it. */
export function readAnswer<Value>(body: string, shape: z.ZodType<Value>): Answer<Value> {
  const parsed = parseJson(body)
  return parsed.kind === 'json' ? readValue(parsed.value, shape) : parsed
}

function readValue<Value>(value: unknown, shape: z.ZodType<Value>): Answer<Value> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'unreadable' }
  const named = Object.fromEntries(
    Object.entries(value).map(([name, one]) => [snakeNames[name] ?? name, one]),
  )
  const said = status.safeParse(named)
  if (!said.success) return { kind: 'unreadable' }
  const { errcode, errmsg } = said.data
  if (errcode !== 0) return { kind: 'refused', code: errcode, message: errmsg }
  const found = shape.safeParse(named)
  return found.success ? { kind: 'given', value: found.data } : { kind: 'unreadable' }
}

/** Without a single field where fields belong it is no answer about a license, whatever its code says. */
const licenseShape = z
  .record(z.string(), z.unknown())
  .refine((named) =>
    fieldNames.some((field) => field in named && fieldText.safeParse(named[field]).success),
  )
  .pipe(fields)

/** Reads the answer of upload and by address, or what a cloud function gave back. */
export const readLicenseAnswer = (body: string): Answer<WeChatAnswer> =>
  readAnswer(body, licenseShape)

const invoked = z.object({ resp_data: z.string() })

/** Reads the answer of a cloud call: a text inside, which may be a refusal of its own. */
export function readCloudAnswer(body: string): Answer<WeChatAnswer> {
  const outer = readAnswer(body, invoked)
  if (outer.kind !== 'given') return outer
  const inner = readLicenseAnswer(outer.value.resp_data)
  return inner.kind === 'refused' ? { ...inner, fromFunction: true } : inner
}

/** WeChat asks for room for 512 characters. */
const longestToken = 8192

/** The answer of every kind of token call, whatever the token is called in it. */
export const tokenShape = (name: string): z.ZodType<{ token: string; expiresIn: number }> =>
  z
    .object({
      [name]: z.string().min(1).max(longestToken),
      expires_in: z.coerce.number().default(7200),
    })
    .transform((found) => ({ token: String(found[name]), expiresIn: Number(found['expires_in']) }))
