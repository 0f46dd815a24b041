import type { FieldName } from '../../license/field.ts'
import type { BuiltInId } from '../../layout/preset.ts'
import type { Advice, ExportFailure } from '../trouble.ts'

/** What stands in a spreadsheet, and why one could not be written. */
export const table = {
  field: {
    id_num: 'License number',
    name: 'Name',
    sex: 'Sex',
    nationality: 'Nationality',
    address: 'Address',
    birth_date: 'Date of birth',
    issue_date: 'Date of first issue',
    car_class: 'Class',
    valid_from: 'Valid from',
    valid_to: 'Valid to',
    official_seal: 'Seal',
  } satisfies { readonly [F in FieldName]: string },
  /** Columns that nothing fills but the record’s own number, or a person by hand. */
  column: {
    record_id: 'Record ID',
    phone: 'Phone',
    plate: 'Plate',
    pick_up: 'Picked up',
    return: 'Returned',
    clerk: 'Clerk',
    wished_class: 'Class applied for',
    enrolled_on: 'Enrolled',
    answer: 'Result of the call',
    blank: 'Empty column',
  },
  /** The built-in layouts. */
  preset: {
    full: 'All fields',
    rental: 'Rental ledger',
    school: 'Driving school roll',
    call: 'Call list',
  } satisfies { readonly [I in BuiltInId]: string },
  sheet: 'Licenses',
  source: 'Source file',
  review: 'Review',
  verdict: 'Verdict',
  verdictReasons: 'Reasons for the verdict',
  readAt: 'Read at',
  fileNumber: 'File number',
  record: 'Record',
  daysLeft: 'Days left',
  weekFrom: 'Week from',
  month: 'Month',
  way: 'Read by',
  fieldName: 'Field',
  valuesRead: 'Values known',
  rightAsRead: 'Right as read',
  lookedInVain: 'Looked at in vain',
  correctedAsked: 'Corrected after a hint',
  correctedUnasked: 'Corrected without a hint',
  ways: { offline: 'offline', wechat: 'WeChat', both: 'offline and WeChat agree' },
  ready: 'nothing to check',
  checked: 'checked',
  open: 'to be checked: {{fields}}',
  wrong: 'wrong: {{fields}}',
  wrongAndOpen: '{{wrong}}; {{open}}',
  secondPageOpen: '{{state}}; second page to be checked',
  failed: {
    'disk-full': {
      reason: 'The disk is full',
      remedy: 'Free up some space, or use another disk',
    },
    'read-only': {
      reason: 'This folder or file cannot be written to',
      remedy: 'Choose another folder',
    },
    'missing-folder': {
      reason: 'The folder is no longer there',
      remedy: 'Choose another folder',
    },
    'in-the-way': {
      reason: 'There is an image or a folder there, which a spreadsheet never replaces',
      remedy: 'Choose another name',
    },
    'read-back-differs': {
      reason: 'What was read back differs from what was written, so do not trust this file',
      remedy: 'Export to another disk',
    },
    'other-columns': {
      reason:
        'Its columns are not those of the preset, so the rows would stand under the wrong ones',
      remedy: 'Use the preset that the file was started with, or another file',
    },
    'not-a-table': {
      reason:
        'It cannot be read as a spreadsheet; another program may have saved it. It was not touched',
      remedy: 'Rename it or choose another folder, then export again',
    },
    'not-in-encoding': {
      reason: 'Some characters do not exist in GB18030',
      remedy: 'Use XLSX or UTF-8 instead',
    },
    clipboard: {
      reason:
        'Another program is using the clipboard; what was read back is not what was put there',
      remedy: 'Try again',
    },
    other: {
      reason: 'The file could not be written',
      remedy: 'Try another name or folder',
    },
  } satisfies { readonly [K in ExportFailure]: Advice },
} as const
