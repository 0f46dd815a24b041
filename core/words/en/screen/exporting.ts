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
  columnsHint: 'Drag, or press Alt + ↑ ↓, to move a column. Type to give it a heading of your own.',
  columnHeading: 'Heading of column {{at}}: {{name}}',
  columnMove: 'Drag to move',
  columnUp: 'Move {{name}} up',
  columnDown: 'Move {{name}} down',
  columnOut: 'Leave out {{name}}',
  columnAdd: 'Add a column…',
  columnMoved: '{{name}} is now column {{at}}',
  dates: 'Dates',
  numbers: 'License numbers',
  numbersFull: 'Whole',
  numbersMasked: 'Birth hidden',
  whichRows: 'Which licenses',
  rowsAll: 'All, and say how each stands',
  rowsReviewed: 'Only reviewed ones',
  preview: 'Preview',
  previewMore_one: 'and {{count}} more row',
  previewMore_other: 'and {{count}} more rows',
  previewNone: 'Nothing to show: no license is reviewed yet.',
  previewNoLicense: 'No license has been read yet.',
  previewJson:
    'JSON is for programs: it has every field under its fixed name, dates as 2026-11-27.',

  file: 'File',
  formatXlsxText: 'Every cell is text, so all digits stay when it is opened by a double click.',
  formatCsvText:
    'Excel spoils long numbers in a CSV that is opened by a double click; import it as text.',
  encoding: 'Encoding',
  encodingGb: 'GB18030 (old programs)',
  daily: 'Add to one file a day',
  dailyText: 'Each export goes to the end of today’s table. No license goes in twice.',
  dailyNoJson: 'As JSON cannot grow, the file of the day is XLSX.',
  folderChoose: 'Choose a folder…',
  folderNone: 'No folder chosen yet',
  folderOther: 'Another folder…',
  folderLeave: 'Turn off',
  intoProgram: 'Into another program',
  handover: 'As files',
  handoverOff:
    'Off. For a rental system that picks up files: each license you finish reviewing becomes a JSON file.',
  handoverOn:
    'Each license you finish reviewing goes there as a JSON file. Others go when you say so.',
  handoverNow_one: 'Hand over the {{count}} that is ready',
  handoverNow_other: 'Hand over the {{count}} that are ready',
  walkTitle: 'Field by field',
  walkText:
    'Puts one field after the other on the clipboard, in the order of the preset. In the other program: paste, then press the key for the next.',
  walkKey: 'Key for the next field',
  walkStart: 'Start with {{name}}',
  walkStartAny: 'Start',
  walkOn: 'On the clipboard: {{heading}} ({{at}}/{{of}})',
  walkHow: 'Paste it in the other program, then press',
  walkHowNext: 'for the next.',
  walkNoKey: 'Another program uses the key; choose another one in the export settings.',
  walkMinute: 'It is cleared after a minute.',
  walkNext: 'Next',
  walkPrevious: 'Back',
  walkEnd: 'End',
  walkNothing: 'Nothing to copy: the preset has no field that this license has.',
  copyTable: 'Copy to the clipboard',

  exportWrong_one:
    '{{count}} of them has something that cannot be right, such as an license number that fails its check.',
  exportWrong_other:
    '{{count}} of them have something that cannot be right, such as an license number that fails its check.',
  exportSaysSo: 'A column then says what nobody has looked at.',
  exportCopied: 'Copied and checked',
  exportCopiedText_one:
    '{{count}} row is on the clipboard, read back and equal digit by digit. Paste it into the other program.',
  exportCopiedText_other:
    '{{count}} rows are on the clipboard, read back and equal digit by digit. Paste them into the other program.',
  exportHandedTitle: 'Handed over and checked',
  exportHandedText_one: '{{count}} file, read back and equal digit by digit.',
  exportHandedText_other: '{{count}} files, read back and equal digit by digit.',
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
  exportAlready_one: '{{count}} stood there already.',
  exportAlready_other: '{{count}} stood there already.',
  exportChanged_one:
    '{{count}} stands in the file with other values than now; that row was not touched, so correct it there.',
  exportChanged_other:
    '{{count}} stand in the file with other values than now; those rows were not touched, so correct them there.',
  exportRare:
    'Old programs that know only GBK cannot show these characters: {{characters}}. Use UTF-8 or XLSX for them.',
  exportLost: 'Characters: {{characters}}',
  lockedDaily:
    'Excel or another program has it open. Save and close it there, then try again. Nothing was changed.',
  handoverFailed: 'Not handed over to the other program',
} as const
