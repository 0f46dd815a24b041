export type Environment = Readonly<Record<string, string | undefined>>

/** Holds the passphrase that opens a data folder. */
export const passphraseVariable = 'LICENSE_DESK_PASSPHRASE'
