/** Why a person must look at a field. */
export const reason = {
  missing: 'Not found: please type it from the image.',
  derived: 'Not printed on the card but inferred: please check it.',
  'look-alike': '“{{character}}” looks like “{{other}}”: compare it with the image.',
  unclear: '“{{characters}}” was hard to read: compare it with the image.',
  unclearSome: 'Some of this was hard to read: compare it with the image.',
  /** Between characters of which each is quoted. */
  between: '”, “',
  gap: 'Something after “{{before}}” may not have been read.',
  gapFirst: 'Something at the beginning may not have been read.',
  'unsure-blank':
    'A space in the name may be missing, or there may be one too many: compare it with the image.',
  unprinted: 'WeChat could not give a character and wrote “{{sign}}”: type it from the image.',
  'private-code':
    'WeChat gave “{{character}}” in a non-standard encoding: compare it with the image.',
  'unsure-dot': 'The name has “·” where WeChat gave “{{given}}”: compare it with the image.',
  'unsure-dot-blank': 'The name has “·” where WeChat gave a space: compare it with the image.',
  'near-name':
    'No place or office is called “{{read}}”; it may be “{{known}}”: compare it with the image.',
  'near-name-none': 'No place or office we know is called “{{read}}”: compare it with the image.',
  'seen-otherwise': 'It may also say “{{read}}”: compare it with the image.',
  'seen-once': 'This was looked at twice but found only once: compare it with the image.',
  'unsure-place':
    'The card is not laid out like a printed one, so this may belong to another field: compare it with the image.',
  masked:
    'The picture hides some characters behind asterisks: ask the customer for the whole number and type it.',
  'readers-differ': '{{reader}} read “{{other}}”: compare it with the image and choose one.',
  'read-by-one': 'Only {{reader}} found this: compare it with the image.',
  reader: { wechat: 'WeChat', offline: 'the offline reader' },
} as const
