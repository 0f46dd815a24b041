import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A text that stands readable in a file. */
export interface Trace {
  readonly file: string
  readonly text: string
  /** How it is written there, such as `utf-16le in base64`. */
  readonly form: string
}

/** Everywhere in a folder where one of the texts can be read, in whatever way texts are commonly written. */
export function tracesIn(folder: string, texts: readonly string[]): Trace[] {
  const wanted = texts.flatMap((text) => formsOf(text).map((form) => ({ text, ...form })))
  return filesIn(folder).flatMap((file) => {
    const content = readFileSync(file)
    return wanted.flatMap(({ text, form, bytes }) =>
      content.includes(bytes) ? [{ file, text, form }] : [],
    )
  })
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

interface Form {
  readonly form: string
  readonly bytes: Buffer
}

function formsOf(text: string): readonly Form[] {
  const little = Buffer.from(text, 'utf16le')
  const ways: readonly Form[] = [
    { form: 'utf-8', bytes: Buffer.from(text) },
    { form: 'utf-16le', bytes: little },
    { form: 'utf-16be', bytes: Buffer.from(little).swap16() },
  ]
  const escaped = text.replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [
    ...ways,
    ...ways.flatMap(encoded),
    { form: 'json', bytes: Buffer.from(escaped) },
    { form: 'percent', bytes: Buffer.from(encodeURIComponent(text)) },
  ]
}

function encoded({ form, bytes }: Form): readonly Form[] {
  const hex = bytes.toString('hex')
  return [
    { form: `${form} in hex`, bytes: Buffer.from(hex) },
    { form: `${form} in hex`, bytes: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].map((before) => ({
      form: `${form} in base64`,
      bytes: Buffer.from(base64After(before, bytes)),
    })),
  ]
}

/** The characters of base64 that hold nothing but these bytes, when so many others stand before them. */
function base64After(before: number, bytes: Buffer): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const first = Math.ceil((before * 8) / 6)
  return text.slice(first, Math.floor(((before + bytes.length) * 8) / 6))
}
