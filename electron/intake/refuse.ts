import path from 'node:path'
import type { Refusal } from '../../core/ipc/contract.ts'
import { addressSource, isAddress } from './address.ts'

/** A refusal that names the file. `found` says what the content is, where that is known. */
export const refuse = (place: string, kind: Refusal['kind'], found = ''): Refusal => ({
  path: place,
  name: isAddress(place) ? addressSource(place).name : path.basename(place) || place,
  kind,
  found,
})

/** A refusal for what the file system said. */
export const refuseByError = (place: string, error: unknown): Refusal =>
  refuse(place, kindOf(error instanceof Error && 'code' in error ? error.code : undefined))

function kindOf(code: unknown): Refusal['kind'] {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'no-permission'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing'
    default:
      return 'not-a-file'
  }
}
