/** Traditional in form, yet in the mainland's own list of characters (2013), most of them for names. */
const standardToo = new Set('昇陞甯徵堃喆犇龢迺耑甦邨祕仝淼乾氾菓濛硃')

/** Characters of a double-byte encoding: one per pair of lead and trail byte. */
function charactersOf(
  encoding: 'big5' | 'gbk',
  leads: readonly [first: number, last: number],
  trails: readonly (readonly [first: number, last: number])[],
): string {
  const bytes: number[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++) bytes.push(lead, trail)
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes))
}

/** What Taiwan writes every day (the first level of Big5) and the mainland's GB 2312 does not have. */
function traditionalOnly(): Set<string> {
  const trails = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ] as const
  const simplified = new Set(charactersOf('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]))
  return new Set(
    [...charactersOf('big5', [0xa4, 0xc6], trails)].filter(
      (character) =>
        /\p{Script=Han}/u.test(character) &&
        !simplified.has(character) &&
        !standardToo.has(character),
    ),
  )
}

const traditional = traditionalOnly()

/** Whether a character is one that only traditional Chinese uses. */
export const isTraditional = (character: string): boolean => traditional.has(character)
