import type { FieldName } from '../../license/field.ts'
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
  source: 'Source file',
  review: 'Review',
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
    other: {
      reason: 'The file could not be written',
      remedy: 'Try another name or folder',
    },
  } satisfies { readonly [K in ExportFailure]: Advice },
} as const
