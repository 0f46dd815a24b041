/** A text in every form in which it could stand in a file unsealed, with a name for each. */
function formsOf(text: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16 = Buffer.from(text, 'utf16le')
  const turned = Buffer.from(utf16).swap16()
  const plain = [
    ['UTF-8', utf8],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', turned],
  ] as const
  return plain.flatMap(([name, bytes]) => [
    [name, bytes] as const,
    [`${name} in hex`, Buffer.from(bytes.toString('hex'), 'latin1')] as const,
    [`${name} in capital hex`, Buffer.from(bytes.toString('hex').toUpperCase(), 'latin1')] as const,
    ...[0, 1, 2].map((shift) => [`${name} in base64`, base64Within(bytes, shift)] as const),
  ])
}

/** What surely stands in base64 of a longer text in which the bytes begin `shift` bytes after a group of three. */
function base64Within(bytes: Buffer, shift: number): Buffer {
  const lead = shift === 0 ? 0 : 3 - shift
  const whole = bytes.subarray(lead)
  return Buffer.from(
    whole.subarray(0, Math.floor(whole.length / 3) * 3).toString('base64'),
    'latin1',
  )
}

/** Looks for many texts at once. */
export interface TextSearch {
  /** What was found, each as `TEXT in FORM`. */
  in(bytes: Buffer): string[]
}

/** Shorter forms come about by chance, in as many bytes as a store has. */
const leastBytes = 6

/** @param texts of three characters or more */
export function searchFor(texts: readonly string[]): TextSearch {
  /** By the first two bytes, so that most places cost one look. */
  const mayStart = new Uint8Array(2 ** 16)
  const byStart = new Map<number, [label: string, form: Buffer][]>()
  for (const text of texts)
    for (const [form, bytes] of formsOf(text)) {
      if (bytes.length < leastBytes) continue
      const start = bytes.readUInt32LE(0)
      mayStart[bytes.readUInt16LE(0)] = 1
      byStart.set(start, [...(byStart.get(start) ?? []), [`${text} in ${form}`, bytes]])
    }
  return {
    in(bytes) {
      const found = new Set<string>()
      for (let at = 0; at + 4 <= bytes.length; at += 1) {
        if (mayStart[(bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8)] === 0) continue
        for (const [label, form] of byStart.get(bytes.readUInt32LE(at)) ?? [])
          if (bytes.subarray(at, at + form.length).equals(form)) found.add(label)
      }
      return [...found]
    },
  }
}
