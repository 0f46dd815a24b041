/** What the command line says of records that are kept. Where one cannot be opened, nothing was changed or wiped. */
export const data = {
  /** The key does not open. */
  key: {
    'ring-damaged':
      'Neither the key ring {{path}} nor its copy can be read. Restore it from a backup; nothing was changed.',
    'ring-newer':
      'A newer version of the program wrote {{path}}. Update this one; nothing was changed.',
    'ring-missing':
      'Without {{path}} the records in this folder cannot be opened. Put it back; nothing was changed.',
    'key-lost':
      'The key in the system is gone. Open the records with the passphrase; nothing was changed.',
    'passphrase-needed':
      'These records are opened with a passphrase. Put it into LICENSE_DESK_PASSPHRASE.',
    'wrong-passphrase': 'This passphrase does not open these records. Check it and try again.',
    'key-file-missing': 'There is no {{path}}. Check --key-file.',
    'key-file-wrong': '{{path}} is not the key to these records. Check --key-file.',
    'key-file-needed': 'These records are opened with a key file. Add --key-file FILE.',
    'system-needed':
      'These records are opened with the key in the system. Open them in the window.',
    'folder-failed': '{{folder}} cannot be read or written ({{code}}). Check the folder.',
    'folder-of-another':
      '{{path}} belongs to another user, who could lock or replace what is in it. Choose another folder; nothing was changed.',
    'folder-shared':
      '{{path}} is open to other users and already holds other files. Choose a new or empty folder, or let nobody but yourself into this one; nothing was changed.',
    'weak-passphrase':
      'This passphrase is too short or too easy to guess. Choose another one of at least 10 characters that nobody would expect.',
    'no-way':
      'Nothing was given to open the records with. Add --key-file FILE, or put a passphrase into LICENSE_DESK_PASSPHRASE.',
  },
  /** The records do not open. */
  open: {
    'in-use': 'Another program has {{folder}} open. Close it first.',
    newer: 'Version {{needs}} or newer wrote {{folder}}. Update this program; nothing was changed.',
    'other-history':
      'The records in {{folder}} are not as this program writes them (step {{number}}). Contact support; nothing was changed.',
    'other-key': 'The records in {{folder}} are sealed with a different key. Use that one.',
    'disk-full': 'The disk that holds {{folder}} is full. Free up some space.',
    'store-failed': '{{folder}} cannot be opened ({{message}}). Check the folder.',
  },
  found: {
    restored:
      'The records were damaged and have been moved to {{aside}}. They were restored from the backup {{from}}, with {{salvaged}} items that could still be read; anything else newer than that backup is lost.',
    lost: 'The records were damaged and have been moved to {{aside}}. There was no sound backup; the {{salvaged}} items that could still be read are all there is.',
  },
  scrubLeft: 'These backups were written by a newer version and could not be changed: {{paths}}',
  /** Something could not be done with records that are open. */
  problem: {
    'disk-full':
      'The disk that holds {{folder}} is full. Free up some space, then run the same command again.',
    'store-failed':
      'The records in {{folder}} cannot be read or written. Check the disk, then run the same command again.',
    damaged:
      'Some of the records in {{folder}} cannot be read. Keep the backups in that folder, and contact support.',
  },
  /** The backups before it are still there. */
  noBackup: {
    'disk-full':
      'Today’s backup could not be made, because the disk that holds {{folder}} is full. Free up some space.',
    'store-failed': 'Today’s backup could not be made. Check the disk that holds {{folder}}.',
    damaged:
      'Today’s backup could not be made, because some of the records in {{folder}} cannot be read. Contact support.',
  },
} as const
