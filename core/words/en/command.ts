/** What the command line says. */
export const command = {
  wrongOption: 'The option {{value}} is not right. Check it against --help.',
  wrongLanguage: '“{{value}}” is not a language of this program. Give --lang zh or en.',
  wrongEngine:
    'There is no engine “{{value}}”. Give --engine offline, auto, wechat-upload, wechat-address or wechat-cloud.',
  wrongTokenMode:
    'There is no token mode “{{value}}”. Set LICENSE_DESK_TOKEN_MODE to stable, classic, platform or service.',
  wrongPages: '“{{value}}” is no page number. Give --pages something like 3,101-200.',
  wrongConcurrency: '“{{value}}” cannot be used. Give --concurrency a whole number from 1 to 16.',
  wrongWhenSpent: '“{{value}}” cannot be used. Give --when-spent fail, wait or offline.',
  wrongBaseAddress:
    '“{{value}}” cannot be used. Give --base-url an https address (or http on this machine).',
  notSetUp: 'WeChat is not set up. Set these environment variables: {{value}}',
  leftBehind:
    'An image could not be deleted from cloud storage. Delete it in the cloud console: {{value}}',
  heldPause:
    'WeChat is busy, or there were too many calls within a minute. Reading goes on by itself shortly.',
  heldUnreachable:
    'WeChat cannot be reached, and no image is being sent. Reading goes on by itself once it can.',
  heldSpent: 'Today’s calls are used up. Reading goes on by itself tomorrow, Beijing time.',
  goesOn: 'Back to normal; reading goes on.',
  asksWeChat:
    'Images are read offline first, and sent to WeChat if in doubt. With --engine offline, nothing leaves this computer.',
  callsNear_one: '{{count}} of today’s {{limit}} calls is used',
  callsNear_other: '{{count}} of today’s {{limit}} calls are used',
  rentalIncomplete:
    'A rental has a class and two dates. Give --vehicle, --pick-up and --return together.',
  wrongVehicle: '“{{value}}” is not a class of license. Give --vehicle one such as C1 or C2.',
  wrongDay: '“{{value}}” is not a date. Write it like 2026-12-01.',
  returnTooEarly: 'The return on {{value}} is before the pick-up. Check --pick-up and --return.',
  rentalNeedsOutput:
    'The verdict stands in lines of JSON and in tables. Add --json, --csv or --xlsx with a file, or --json - for the screen.',
  rentalOfScan:
    'Only scan, resume, demo and export give verdicts. Leave --vehicle, --pick-up and --return out.',
  csvNeedsFile: 'Standard output is for JSON. Give --csv the name of a file.',
  xlsxNeedsFile: 'A workbook cannot go to standard output. Give --xlsx the name of a file.',
  tsvTakesOutput:
    '--tsv goes to standard output, not to “{{value}}”. Write --tsv -, or use --xlsx or --csv for a file.',
  oneOutput: 'On standard output, --json - and --tsv - would be mixed up. Choose one of them.',
  wrongPreset: 'There is no preset “{{value}}”. Give --preset full, rental, school or call.',
  wrongEncoding: '“{{value}}” cannot be used. Give --encoding utf8 or gb18030.',
  namesFolder: '{{value}} is written like a folder. Give the name of a file.',
  noCommand: 'No command was given. Say what to do, such as scan.',
  wrongCommand: 'There is no command “{{value}}”. See --help.',
  noPath: 'There is nothing to read. Name the images or folders.',
  demoTakesNoPath: 'demo only reads the bundled samples. Use scan for your own images.',
  wrongKeepDays:
    '“{{value}}” cannot be used. Give --keep-days a whole number of days, or 0 to delete nothing automatically.',
  keepNeedsData: '--keep-days only makes sense together with --data. Add --data FOLDER.',
  keyNeedsData: '--key-file only makes sense together with --data. Add --data FOLDER.',
  dataNeedsKey:
    'Records in --data are encrypted. Add --key-file FILE, or put a passphrase into {{value}}.',
  needsData: '{{value}} works on records that were kept. Add --data FOLDER.',
  takesNoPath: '{{value}} takes no image paths. Leave them out.',
  renewalsOnlyCsv: 'renewals writes CSV only. Use --csv FILE.',
  exportNeedsTable: 'export has nowhere to write. Add --xlsx FILE, --csv FILE or --tsv -.',
  wrongOlderThan: '“{{value}}” cannot be used. Give --older-than a whole number of days.',
  noOlderThan: 'purge needs to know how old. Add --older-than DAYS.',
  wrongWithin: '“{{value}}” cannot be used. For --within, write a number of days up to 3660.',
  renewals_one: '{{count}} license expires within {{within}} days',
  renewals_other: '{{count}} licenses expire within {{within}} days',
  wrongAudit: 'There is only one audit command. Write: audit verify',
  resumeWith_one: '{{count}} image is left and has been kept. Go on with: {{command}}',
  resumeWith_other: '{{count}} images are left and have been kept. Go on with: {{command}}',
  waitsForCalls_one:
    'Waiting for WeChat’s answer about {{count}} image. Press Ctrl-C again to stop at once.',
  waitsForCalls_other:
    'Waiting for WeChat’s answers about {{count}} images. Press Ctrl-C again to stop at once.',
  leavesCalls_one:
    'Not waiting any longer. {{count}} image may have reached WeChat, and its result is unknown.',
  leavesCalls_other:
    'Not waiting any longer. {{count}} images may have reached WeChat, and their results are unknown.',
  pausedFull:
    'The disk is full, so nothing more was sent. Free up some space, then go on with: {{command}}',
  pausedFailed:
    'Records cannot be written, so nothing more was sent. Check the disk, then go on with: {{command}}',
  intakeFull:
    'The disk is full, so nothing more was sent, and some files are not in the list yet. Free up some space, then run the same command again.',
  intakeFailed:
    'Records cannot be written, so nothing more was sent, and some files are not in the list yet. Check the disk, then run the same command again.',
  nothingOnList: 'The list is empty',
  stillWaiting_one: '{{count}} image is still to be read',
  stillWaiting_other: '{{count}} images are still to be read',
  noData: 'There is no folder {{folder}}. Check --data.',
  wouldPurge_one:
    '{{count}} record read before {{at}} would be deleted; nothing was deleted this time',
  wouldPurge_other:
    '{{count}} records read before {{at}} would be deleted; nothing was deleted this time',
  purged_one: 'Deleted {{count}} record read before {{at}}, from the backups too',
  purged_other: 'Deleted {{count}} records read before {{at}}, from the backups too',
  keptTooLong_one:
    'Deleted {{count}} older record, from the backups too: this folder has --keep-days {{days}}',
  keptTooLong_other:
    'Deleted {{count}} older records, from the backups too: this folder has --keep-days {{days}}',
  auditSound_one: 'The audit log is intact: {{count}} entry',
  auditSound_other: 'The audit log is intact: {{count}} entries',
  auditBroken:
    'The audit log does not match from entry {{entry}} on. It was changed, shortened or damaged.',
  looking: 'Looking at files',
  reading: 'Reading',
  ready: 'nothing to check',
  joined: 'second page, in the record of its license',
  /** The names of two images. */
  twoPages: '{{first}} + {{second}}',
  toCheck: 'to check: {{fields}}',
  toCheckHeading: 'Compare these with the images:',
  sent_one: 'Sent to {{path}} ({{count}} row; it is not a file, so it cannot be read back)',
  sent_other: 'Sent to {{path}} ({{count}} rows; it is not a file, so it cannot be read back)',
  written_one: 'Wrote {{path}} ({{count}} row, read back and compared)',
  written_other: 'Wrote {{path}} ({{count}} rows, read back and compared)',
  rare: 'Old programs that know only GBK cannot show these characters: {{characters}}',
  lost: '{{said}} The characters: {{characters}}',
  locked: '{{path}} is in use by another program; writing to {{offered}} instead',
  notWritten: '{{path}}: not written',
  interrupted: 'Interrupted after reading {{read}}; no spreadsheet was written',
  counts: '{{read}} read, {{review}} of them to check; {{failed}} failed',
  /** Of the table that `list` and `scan` show. */
  heading: {
    file: 'File',
    name: 'Name',
    number: 'License number',
    class: 'Class',
    validTo: 'Valid to',
    check: 'Check',
  },
  /** What a person can do here where the window has a button for it, or takes what is dropped. */
  remedy: {
    'outcome-unknown': 'To send it again, scan it without --data; it may use one more call',
    cancelled: 'To read it, scan it without --data',
    changed: 'Scan the file again',
  },
  advice: '{{reason}}. {{remedy}}.',
  /** `found` is what the content of a file is, such as `SVG`. */
  adviceFound: '{{reason}} ({{found}}). {{remedy}}.',
} as const
