/** The texts about what leaves the desk: presets, files, the clipboard, other programs. */
export const exporting = {
  exportSetup: 'Export settings',
  exportSetupOpen: 'What to export, and how',
  keyExportSetup: 'Export settings',
  keyWalk: 'Copy field by field',

  preset: 'Preset',
  presetCopy: 'Duplicate',
  presetRename: 'Rename',
  presetDelete: 'Delete',
  presetReset: 'Restore',
  presetName: 'Name of the preset',
  presetNameDone: 'Done',
  presetCopyOf: '{{name}} copy',
  presetChanged: '{{name}} (changed)',
  columns: 'Columns',
  columnsHint: 'Drag a column, or press Alt + ↑ ↓, to move it. Type to change its heading.',
  columnHeading: 'Heading of column {{at}}: {{name}}',
  columnMove: 'Drag to move',
  columnUp: 'Move {{name}} up',
  columnDown: 'Move {{name}} down',
  columnOut: 'Leave out {{name}}',
  columnAdd: 'Add a column…',
  columnMoved: '{{name}} is now column {{at}}',
  dates: 'Dates',
  numbers: 'License numbers',
  numbersFull: 'In full',
  numbersMasked: 'Birth digits hidden',
  whichRows: 'Which licenses',
  rowsAll: 'All, with their review status',
  rowsReviewed: 'Reviewed ones only',
  preview: 'Preview',
  previewMore_one: 'and {{count}} more row',
  previewMore_other: 'and {{count}} more rows',
  previewNone: 'Nothing to show: no license is reviewed yet.',
  previewNoVerdict:
    'The verdict is empty until you say what the licenses are for: a rental with its dates, or a school ({{key}}).',
  previewNoLicense: 'No license has been read yet.',
  previewJson:
    'JSON is for programs: it always has every field under a fixed name, and dates as 2026-11-27.',

  file: 'File',
  formatXlsxText: 'Every cell is text, so no digit is lost when you double-click the file.',
  formatCsvText:
    'Excel destroys license numbers in a CSV that you double-click. Import it as text instead (Data → From Text/CSV).',
  encoding: 'Encoding',
  encodingGb: 'GB18030 (older programs)',
  daily: 'One file a day',
  dailyText:
    'Each export is added to the end of today’s spreadsheet, and no license is added twice.',
  dailyNoJson: 'Nothing can be added to JSON, so the daily file is XLSX.',
  folderChoose: 'Choose a folder…',
  folderNone: 'No folder chosen yet',
  folderOther: 'Another folder…',
  folderLeave: 'Turn off',
  intoProgram: 'Into another program',
  handover: 'As files',
  handoverOff:
    'Off. For a rental system that picks up files: each license you finish reviewing is written as a JSON file.',
  handoverOn:
    'Each license you finish reviewing is written here as a JSON file. Those that needed no review go when you press the button.',
  handoverNow_one: 'Hand over {{count}} ready license',
  handoverNow_other: 'Hand over {{count}} ready licenses',
  walkTitle: 'Field by field',
  walkText:
    'Puts the fields on the clipboard one at a time, in the order of the preset. Paste in the other program, then press this key for the next one.',
  walkKey: 'Key for the next field',
  walkStart: 'Start with {{name}}',
  walkStartAny: 'Start',
  walkOn: 'On the clipboard: {{heading}} ({{at}}/{{of}})',
  walkHow: 'Paste it in the other program, then press',
  walkHowNext: 'for the next.',
  walkNoKey: 'Another program uses the key. Choose a different one in the export settings.',
  walkMinute: 'It is cleared after a minute.',
  walkNext: 'Next',
  walkPrevious: 'Back',
  walkEnd: 'End',
  walkNothing: 'This license has none of the fields in the preset, so there is nothing to copy.',
  copyTable: 'Copy to the clipboard',

  exportWrong_one:
    '{{count}} of them has something that cannot be right, such as a license number that fails its check.',
  exportWrong_other:
    '{{count}} of them have something that cannot be right, such as a license number that fails its check.',
  exportSaysSo: 'If you export it anyway, a column says what nobody has checked.',
  exportCopied: 'Copied and verified',
  exportCopiedText_one:
    '{{count}} row is on the clipboard, read back and compared digit by digit. Paste it into the other program.',
  exportCopiedText_other:
    '{{count}} rows are on the clipboard, read back and compared digit by digit. Paste them into the other program.',
  exportHandedTitle: 'Handed over and verified',
  exportHandedText_one: '{{count}} file, read back and compared digit by digit.',
  exportHandedText_other: '{{count}} files, read back and compared digit by digit.',
  exportNothingTitle: 'Nothing to export yet',
  exportNothingText_one:
    'This preset takes only reviewed licenses, and {{count}} still needs checking. Check it first.',
  exportNothingText_other:
    'This preset takes only reviewed licenses, and {{count}} still need checking. Check them first.',
  handoverNothingText_one:
    'Only reviewed licenses are handed over, and {{count}} still needs checking. Check it first.',
  handoverNothingText_other:
    'Only reviewed licenses are handed over, and {{count}} still need checking. Check them first.',
  exportLeftOut_one: '{{count}} was left out because it still needs checking.',
  exportLeftOut_other: '{{count}} were left out because they still need checking.',
  exportAlready_one: '{{count}} already in the file.',
  exportAlready_other: '{{count}} already in the file.',
  exportChanged_one:
    '{{count}} is in the file with different values; that row was left as it is, so correct it there.',
  exportChanged_other:
    '{{count}} are in the file with different values; those rows were left as they are, so correct them there.',
  exportRare:
    'Older programs that know only GBK cannot show these characters: {{characters}}. If that matters, use UTF-8 or XLSX.',
  exportLost: 'Characters: {{characters}}',
  lockedDaily:
    'Excel or another program has the file open, so nothing was changed. Save and close it there, then try again.',
  handoverFailed: 'Not handed over to the other program',
} as const
