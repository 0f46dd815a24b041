import type { CarClass } from '../../license/parse/car-class.ts'
import type { Light } from '../../verdict/reason.ts'
import type { NotOnCard } from '../../verdict/school.ts'

/** What a license is good for: a rental, a course; reason first, then what to do. */
export const verdict = {
  /** The verdict in few words. */
  rental: {
    green: 'OK to rent',
    amber: 'Check first',
    red: 'Do not rent',
  } satisfies { readonly [L in Light]: string },
  school: {
    green: 'Can enroll',
    amber: 'Check first',
    red: 'Not now',
  } satisfies { readonly [L in Light]: string },
  because: {
    'do-not-rent': 'On the do-not-rent list since {{since}}: {{note}}',
    'do-not-rent-since': 'On the do-not-rent list since {{since}}.',
    'do-not-rent-unreadable': 'On the do-not-rent list, though the note cannot be opened any more.',
    'list-not-asked': 'Checking the do-not-rent list…',
    'not-covered':
      'Class {{classes}} does not cover a {{vehicle}} vehicle: offer another car, or ask for another driver.',
    'altered-cars-only':
      'Class C5 covers only automatic cars altered for drivers with disabilities: check that this is one.',
    'lapsed-by-age':
      'The holder will be {{age}} at return, when {{classes}} has lapsed: ask for the license that replaces this one.',
    'too-young': 'Aged {{age}} at pick-up; your policy asks for {{least}}.',
    'too-old': 'Aged {{age}} at pick-up; your policy allows up to {{most}}.',
    'licensed-too-short_one': 'Licensed for less than {{count}} month; long enough from {{from}}.',
    'licensed-too-short_other':
      'Licensed for less than {{count}} months; long enough from {{from}}.',
    'first-year':
      'In the probation year until {{until}}: no trailer, and on expressways only with someone licensed for three years. Tell the customer.',
    expired: 'Valid only until {{date}}: it has to be renewed first.',
    'expires-in-rental':
      'It expires on {{date}}, before the car is returned on {{giveBack}}: shorten the rental, or have it renewed first.',
    'expires-soon-after_one':
      'It expires on {{date}}, less than {{count}} month after the return: remind the customer to renew.',
    'expires-soon-after_other':
      'It expires on {{date}}, less than {{count}} months after the return: remind the customer to renew.',
    'not-valid-yet': 'It is valid only from {{date}}, after the pick-up.',
    foreigner: 'Nationality “{{nationality}}”: check the passport and residence permit too.',
    electronic:
      'Electronic license: have the customer open the 12123 app in front of you; a screenshot proves nothing.',
    copy: 'This is a photocopy: ask for the original.',
    'dates-past': 'The return on {{giveBack}} is in the past: enter the new dates.',
    'to-look-at': 'Not checked yet: {{fields}}.',
    'not-known': 'Missing: {{fields}}. Enter it from the original first.',
    'does-not-agree': 'These contradict each other: {{fields}}. Check the original.',
  },
  /** Of the classes that can be added to the card. */
  openNow: 'Open now: {{classes}}.',
  noneOpen: 'No class can be added now.',
  and: ', ',
  or: ' or ',
  /** What each class drives. */
  class: {
    A1: 'large bus',
    A2: 'heavy tractor-trailer',
    A3: 'city bus',
    B1: 'medium bus',
    B2: 'large truck',
    C1: 'car, manual',
    C2: 'car, automatic',
    C3: 'low-speed truck',
    C4: 'three-wheeled truck',
    C5: 'automatic car for drivers with disabilities',
    C6: 'car with light trailer',
    D: 'three-wheeled motorcycle',
    E: 'motorcycle',
    F: 'moped',
    M: 'wheeled special machine',
    N: 'trolleybus',
    P: 'tram',
  } satisfies { readonly [C in CarClass]: string },
  notOnCard: {
    points: 'points (whether 12 were reached)',
    'class-dates': 'when each class was obtained',
    medical: 'fitness to drive',
    suspended: 'whether it is withheld, revoked or cancelled',
  } satisfies { readonly [N in NotOnCard]: string },
  opening: {
    now: 'open now',
    from: 'from {{date}}',
    'too-old': 'over the age limit since {{since}}',
    'too-old-then': 'over the age limit by then, from {{since}}',
    'class-missing': 'needs {{classes}} first',
  },
  /** What opens a course, in pieces that are put one after the other. */
  heldFor_one: '{{held}} for {{count}} year',
  heldFor_other: '{{held}} for {{count}} years',
  cleanCycles_one: 'no 12 points in the last scoring cycle',
  cleanCycles_other: 'no 12 points in the last {{count}} scoring cycles',
  sinceFirstIssue: 'counted from first issue, as the card does not say when {{held}} was obtained',
  piece: '; ',
} as const
