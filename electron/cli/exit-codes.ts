/** How the command line ends, for scripts; `--help` tells them. */
export const exitCodes = {
  allRead: 0,
  /** Some were not read, or the audit log does not fit. */
  someFailed: 1,
  wrongUsage: 2,
  /** Another program has the data folder open. */
  folderBusy: 3,
  /** The passphrase or the key file does not open the records, or none was given. */
  keyRefused: 4,
  weChatNotSetUp: 5,
  /** A file or standard output does not hold what it should. */
  outputFailed: 6,
  /** Records cannot be opened, read or kept: the disk, damage, another version. */
  recordsFailed: 7,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Why a command ends before it does anything, in words for a person. */
export interface Stop {
  readonly exitCode: ExitCode
  readonly message: string
}
