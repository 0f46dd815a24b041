import path from 'node:path'

/** What a process did, or tried to do, that others could notice. */
export type Deed =
  /** Started a program. */
  | { readonly kind: 'program'; readonly what: string }
  /** Made, changed or moved something there: an absolute path, with what is not ASCII as strace writes it. */
  | { readonly kind: 'file'; readonly what: string }
  /** Looked up the name of a host, or opened a way to another process that has no path. */
  | { readonly kind: 'network'; readonly what: string }
  /** Spoke to a process of this PC through the path of its socket. */
  | { readonly kind: 'socket'; readonly what: string }

/** Read by whoever turns the name of a host into an address; Node reads `resolv.conf` although it asks for none. */
const forLookUps = /^\/etc\/(hosts|gai\.conf)$/

/** Reads what strace wrote about one thread with `-ff -y`; a path whose folder it does not tell stays as it is. */
export const deedsIn = (trace: string): Deed[] =>
  trace.split('\n').flatMap((line) => {
    const { call, rest } = /^(?<call>\w+)\((?<rest>.*)$/.exec(line)?.groups ?? {}
    return call === undefined || rest === undefined ? [] : deedsOf(call, rest)
  })

function deedsOf(call: string, rest: string): Deed[] {
  const [first = '', second] = pathsIn(rest)
  switch (call) {
    case 'socket':
      return /^AF_(UNIX|LOCAL)\b/.test(rest) ? [] : [{ kind: 'network', what: rest }]
    case 'connect':
    case 'bind':
      return [socketOf(rest)]
    case 'execve':
      return [{ kind: 'program', what: first }]
    case 'open':
    case 'openat':
    case 'openat2':
      if (/\bO_(CREAT|TMPFILE|WRONLY|RDWR)\b/.test(rest)) return [{ kind: 'file', what: first }]
      return forLookUps.test(first) ? [{ kind: 'network', what: `read ${first}` }] : []
    case 'rename':
    case 'renameat':
    case 'renameat2':
    case 'link':
    case 'linkat':
    case 'symlink':
    case 'symlinkat':
      return [{ kind: 'file', what: second ?? first }]
    default:
      return [{ kind: 'file', what: first }]
  }
}

function socketOf(rest: string): Deed {
  const named = /sun_path="(?<file>[^"]*)"/.exec(rest)?.groups?.['file']
  return named === undefined ? { kind: 'network', what: rest } : { kind: 'socket', what: named }
}

/** The paths among the arguments of a call, each in the folder that stands before it, if any. */
const pathsIn = (rest: string): string[] =>
  [...rest.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)].map(
    ([, folder, file = '']) => (folder === undefined ? file : path.resolve(folder, file)),
  )
