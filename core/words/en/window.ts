/** What the program says outside its page: menus, the system’s dialogs, messages. */
export const window = {
  title: 'LicenseDesk',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  file: 'File',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  minimize: 'Minimize',
  close: 'Close window',
  about: 'About LicenseDesk',
  hide: 'Hide LicenseDesk',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  quit: 'Quit',
  records: 'Records',
  protection: 'Protection…',
  lock: 'Lock',
  images: 'Images',
  allFiles: 'All files',
  pickFiles: 'Choose driving license images',
  pickFolder: 'Choose a folder of images',
  saveTable: 'Export spreadsheet',
  table: 'CSV spreadsheet',
  /** Name of a new spreadsheet, before the date. */
  tableName: 'licenses',
  savePerson: 'Export everything about this person',
  /** Name of a file about one person, before the date; it tells nobody who. */
  personName: 'person',
  saveCallList: 'Export call list',
  callListName: 'Renewals',
  saveFigures: 'Export figures',
  figuresName: 'Reading figures',
  renewals: 'Licenses about to expire',
  figures: 'How well it reads here',
  jsonFile: 'JSON file',
  ok: 'OK',
  settingsRestored: 'The settings file was damaged; the last good settings were restored.',
  settingsLost: 'The settings file was damaged; the default settings are in use.',
  accountRestored: 'The WeChat account file was damaged; the last good one was restored.',
  accountLost:
    'The WeChat account file was damaged; please enter the account again in the settings.',
  /** Before the path of the file that was set aside. */
  setAside: 'The damaged file was kept at:',
  /** An image stayed in cloud storage; `leftBehindDetail` stands before its name there. */
  leftBehind:
    'An image could not be deleted from cloud storage; please delete it in the cloud console.',
  leftBehindDetail: 'The reading itself is not affected. File:',
  pageFell:
    'The window stopped unexpectedly and was reopened. No image in the queue is lost, and reading goes on.',
  pageFellAgain: 'The window stopped unexpectedly again. No image in the queue is lost.',
  reload: 'Reopen',
  storeFull: 'The disk is full, and something could not be saved. Free up some space.',
  storeFailed: 'Something could not be saved or read. Check the disk that holds the records.',
  noBackupFull: 'Today’s backup could not be made, because the disk is full. Free up some space.',
  noBackupFailed: 'Today’s backup could not be made. Check the disk that holds the records.',
  noBackupDamaged:
    'Today’s backup could not be made, because some records cannot be read. Contact whoever looks after the program.',
  noBackupDetail:
    'Earlier backups are still there, and the records were not touched. It is tried again at the next start, or tomorrow.',
  innerFault: 'Something went wrong inside the program, and was noted in the log.',
  innerFaultDetail:
    'Nothing that was read is lost. If it keeps happening, give the log to whoever looks after the program; it contains no personal data:',
  /** What is asked outside the page before it is done. */
  weighty: {
    sending: 'License images will leave this computer and go to WeChat (Tencent).',
    'wechat-host':
      'WeChat will be reached at {{host}}. Images will go there; stored secrets will not and must be entered again.',
    'service-host':
      'The token service will be reached at {{host}}. The stored key will not go there and must be entered again.',
    'daily-limit_one': 'WeChat will be called at most once a day.',
    'daily-limit_other': 'WeChat will be called at most {{count}} times a day.',
    'network-server': 'Files on {{server}} in the network will be read.',
  },
  confirm: {
    question: 'Do you want to do this?',
    hint: 'If you did not ask for this, choose “Don’t change” and tell whoever looks after the program.',
    yes: 'Confirm',
    no: 'Don’t change',
  },
} as const
