import type { Rule } from '../../license/finding.ts'

/** Every rule’s sentence; what is counted is `count`. */
export const finding = {
  'id-length': 'It should have 18 characters; this has {{length}}.',
  'id-form': 'It should be 17 digits followed by a digit or X.',
  'id-checksum': 'The check digit does not match: after these 17 digits it should be {{expected}}.',
  'id-birth-date': 'Digits 7 to 14, “{{digits}}”, are not a date.',
  'id-birth-mismatch':
    'The license number says born {{born}}, which is not the date of birth here.',
  'id-sex-mismatch': 'According to the license number, this should be {{expected}}.',
  'id-region-unknown': 'It begins with “{{digits}}”, which is not a known province.',
  'not-a-date': 'This is not a valid date; write it like 2020-01-31.',
  'birth-after-issue': 'The date of birth is not before the date of first issue.',
  'issue-in-future': 'The date of first issue is in the future.',
  'issue-before-age': 'The holder was only {{age}} at first issue; please check.',
  'valid-from-before-issue': 'The valid period begins before the date of first issue, {{issue}}.',
  'valid-from-in-future': 'The valid period begins after today; please check.',
  'valid-from-not-anniversary':
    'Month and day are usually the same as at first issue, {{issue}}; please check.',
  'valid-term-unusual':
    'A license is usually valid for 6 years, 10 years or indefinitely; please check.',
  'valid-to-before-from': 'The valid period ends before it begins.',
  expired: 'It expired on {{date}}.',
  'expires-in-rental': 'It expires on {{date}}, before the car is returned on {{returnDate}}.',
  'expires-soon_one': 'It expires in {{count}} day and can be renewed now.',
  'expires-soon_other': 'It expires in {{count}} days and can be renewed now.',
  'first-year': 'In the probation year, until {{until}}.',
  'unknown-class': 'This is not a known class; compare it with the image.',
  'class-lapsed-by-age': 'The holder is {{age}}; {{classes}} may have been downgraded.',
  'name-mixed': 'Some of this is unusual in a name; compare it with the image.',
  'name-short': 'This is a single character; compare it with the image.',
  'sex-unknown': 'It should be 男 or 女.',
  'region-address-differ':
    'The license number belongs to {{province}}, the address to another province; this is normal after a move.',
  'region-seal-differ':
    'The license number belongs to {{province}}; the license was issued in {{office}}.',
  'address-seal-differ': 'The address is in {{home}}; the license was issued in {{office}}.',
  'address-overprinted':
    '“{{words}}” looks like a note that was put over the card; compare it with the image.',
  'read-before': 'Last time this was read as “{{before}}”.',
} as const satisfies { readonly [R in Exclude<Rule, Counted> | Forms<Counted>]: string }

type Counted = Extract<Rule, 'expires-soon'>
type Forms<R extends string> = `${R}_one` | `${R}_other`
