import type { FailureKind } from '../../core/license/failure.ts'

export type OpeningFault = Extract<
  FailureKind,
  'no-permission' | 'missing' | 'not-a-file' | 'not-readable-now'
>

/** What it means for a person that the system would not open or read a file. */
export function faultOfError(error: unknown): OpeningFault {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EACCES':
    case 'EPERM':
      return 'no-permission'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing'
    case 'EISDIR':
    case 'ELOOP':
    case 'ENXIO':
    case 'ENODEV':
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE':
      return 'not-a-file'
    default:
      return 'not-readable-now'
  }
}
