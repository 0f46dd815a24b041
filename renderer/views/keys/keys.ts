const onMac = navigator.userAgent.includes('Mac OS')

/** The key that goes with letters, as the keyboard at hand names it. */
export const control = onMac ? '⌘' : 'Ctrl'
const alt = onMac ? '⌥' : 'Alt'

/** Every key that does something, in the order of use; a line may have several ways. */
export const keyTable = [
  { words: 'keyNext', keys: [['Tab']] },
  { words: 'keyPrevious', keys: [['Shift', 'Tab']] },
  { words: 'keyConfirm', keys: [['Enter']] },
  { words: 'keyRestore', keys: [['Esc']] },
  { words: 'keyNextLicense', keys: [[control, 'Enter']] },
  { words: 'keyList', keys: [['↑'], ['↓']] },
  { words: 'keyPage', keys: [['PageUp'], ['PageDown']] },
  { words: 'keyEnds', keys: [['Home'], ['End']] },
  { words: 'keyPutAway', keys: [['Delete']] },
  { words: 'keyOpen', keys: [[control, 'O']] },
  { words: 'keyOpenFolder', keys: [[control, 'Shift', 'O']] },
  { words: 'keyPaste', keys: [[control, 'V']] },
  { words: 'keyExport', keys: [[control, 'E']] },
  { words: 'keyPause', keys: [['P'], [alt, 'P']] },
  { words: 'keyReveal', keys: [['F2']] },
  { words: 'keyRecords', keys: [[control, 'R']] },
  { words: 'backToDesk', keys: [['Esc']] },
  { words: 'keyPurpose', keys: [[control, 'G']] },
  { words: 'keyLock', keys: [[control, 'L']] },
  { words: 'keySearch', keys: [[control, 'F']] },
  { words: 'keyRotate', keys: [['R'], [alt, 'R']] },
  { words: 'keyZoom', keys: [['+'], ['−'], ['0']] },
  { words: 'keyPanes', keys: [['F6']] },
  { words: 'keyKeys', keys: [['?'], ['F1']] },
] as const
