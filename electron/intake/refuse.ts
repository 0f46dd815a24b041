import type { Refusal } from '../../core/ipc/contract.ts'
import { faultOfError } from '../files/fault-of-error.ts'
import { nameOf } from '../files/system-path.ts'
import { addressSource, isAddress } from './address.ts'

/** A refusal that names the file. `found` says what the content is, where that is known. */
export const refuse = (place: string, kind: Refusal['kind'], found = ''): Refusal => ({
  path: place,
  name: isAddress(place) ? addressSource(place).name : nameOf(place) || place,
  kind,
  found,
})

/** A refusal for what the file system said. */
export const refuseByError = (place: string, error: unknown): Refusal =>
  refuse(place, faultOfError(error))
