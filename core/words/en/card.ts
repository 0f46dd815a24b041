import type { FieldName } from '../../license/field.ts'
import type { Hindrance, Reading } from '../../license/reading.ts'
import type { SecondPageDoubt } from '../../license/second-page.ts'

/** What a card and its fields are called, and what is said of the card as a whole. */
export const card = {
  /** As short as it stands on the card. */
  field: {
    id_num: 'License number',
    name: 'Name',
    sex: 'Sex',
    nationality: 'Nationality',
    address: 'Address',
    birth_date: 'Born',
    issue_date: 'First issued',
    car_class: 'Class',
    valid_from: 'Valid from',
    valid_to: 'Valid to',
    official_seal: 'Seal',
  } satisfies { readonly [F in FieldName]: string },
  /** A word for a badge, and what to do; nothing of a print, as most are. */
  medium: {
    copy: { badge: 'Copy', advice: 'check the original' },
    electronic: { badge: 'Electronic', advice: 'have the customer open it in front of you' },
  } satisfies { readonly [M in Exclude<Reading['medium'], 'print'>]: MediumWords },
  hindered: 'Hard to read: {{hindrances}}. Take a new photo if in doubt.',
  hindrance: {
    blur: 'the image is blurred',
    glare: 'there is glare',
    'cut-off': 'part of the card is missing',
    'too-small': 'the card is too small',
    'turned-away': 'it was photographed at an angle',
    covered: 'something covers it',
  } satisfies { readonly [K in Hindrance['kind']]: string },
  secondPage: {
    'other-license':
      'The license number on the second page is different: check that both pages belong together.',
    'file-number-odd': 'A file number has 12 digits: compare it with the image.',
    unclear: 'Part of the second page is unclear: compare it with the image.',
  } satisfies { readonly [D in SecondPageDoubt]: string },
  /** Between the members of a list. */
  comma: ', ',
  page: '{{name}}, page {{page}}',
  pageAlone: 'Page {{page}}',
  /** Which it is of several in a picture. */
  placed: '{{source}}, license {{index}} of {{of}}',
} as const

interface MediumWords {
  readonly badge: string
  readonly advice: string
}
