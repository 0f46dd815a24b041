import { errmsgs } from './errmsgs.ts'
import type { Fault } from './faults.ts'

/** What a person can type, one line for each fault. */
export const faultLines = [
  'delay 5000',
  'drip 20 500',
  'reset-before-read',
  'reset-after-upload',
  'truncated',
  'html 200',
  'redirect https://login.example/',
  'gzip-bomb',
  'endless',
  'status 503',
  'errcode 45009',
  'revoke-token',
  'text-plain',
  'control-characters',
]

/** Undefined for a line that is none of the above. */
export function readFaultLine(line: string): Fault | undefined {
  const [kind = '', first = '', second = ''] = line.trim().split(/\s+/)
  const number = /^-?\d+$/.test(first) ? Number(first) : undefined
  switch (kind) {
    case 'reset-before-read':
    case 'reset-after-upload':
    case 'truncated':
    case 'gzip-bomb':
    case 'endless':
    case 'revoke-token':
    case 'text-plain':
    case 'control-characters':
      return { kind }
    case 'delay':
      return number === undefined ? undefined : { kind, ms: number }
    case 'html':
    case 'status':
      return number === undefined || number < 200 || number > 599
        ? undefined
        : { kind, status: number }
    case 'errcode':
      return number === undefined
        ? undefined
        : { kind, errcode: number, errmsg: errmsgs[number] ?? 'unknown error' }
    case 'redirect':
      return URL.canParse(first) ? { kind, to: first } : undefined
    case 'drip':
      return number === undefined || number < 1 || !/^\d+$/.test(second)
        ? undefined
        : { kind, bytesPerChunk: number, ms: Number(second) }
    default:
      return undefined
  }
}
